"""Invented CVs in many languages and scripts."""

import random

from benchmarks.corpus import TRADES, invent
from benchmarks.labelled import texts, unseen

CYRILLIC = """Иван Петров
Ведущий инженер платформы заказов

Опыт работы
2019 – настоящее время
Старший инженер, Портовая логистика, Санкт-Петербург
Отвечал за службу заказов сорока гаваней и ночной расчёт
2015 – 2019 Программист, Северная торговля

Образование
Магистр прикладной математики, 2015

Навыки
Python, PostgreSQL, очереди сообщений, наблюдение за системами"""
GREEK = """Γιώργος Παπαδόπουλος
Μηχανικός λογισμικού με εμπειρία στη ναυτιλία

Επαγγελματική εμπειρία
2018 – σήμερα Ανώτερος μηχανικός, Λιμάνια του Αιγαίου, Πειραιάς
Σχεδίασε την υπηρεσία παραγγελιών σαράντα λιμανιών
2014 – 2018 Προγραμματιστής, Τράπεζα Αθηνών

Εκπαίδευση
Δίπλωμα πληροφορικής, Εθνικό Μετσόβιο Πολυτεχνείο

Δεξιότητες
Python, βάσεις δεδομένων, δίκτυα"""
TURKISH = """Ayşe Yıldırım
Muhasebe uzmanı, İstanbul

Deneyim
2017 – günümüz Kıdemli muhasebeci, Boğaziçi Taşımacılık
Aylık kapanışları ve bağımsız denetimi yürüttü
2012 – 2017 Muhasebeci, Güneş Ticaret

Eğitim
İşletme bölümü, Ege Üniversitesi

Beceriler
Bütçe, vergi beyannameleri, raporlama, İngilizce"""
VIETNAMESE = """Nguyễn Thị Hương
Kế toán trưởng tại Thành phố Hồ Chí Minh

Kinh nghiệm làm việc
2018 – nay Kế toán trưởng, Công ty Vận tải Biển Đông
Phụ trách báo cáo tài chính và quyết toán thuế
2013 – 2018 Kế toán viên, Thương mại Phương Nam

Học vấn
Cử nhân kế toán, Đại học Kinh tế

Kỹ năng
Excel, phân tích ngân sách, tiếng Anh"""
CHINESE = """王小明
高级软件工程师

工作经历
二〇一九年至今 上海港口物流有限公司 高级软件工程师
负责四十个港口的订单平台和夜间结算
二〇一五年至二〇一九年 北方贸易公司 软件工程师
用数据库和消息队列编写库存服务

教育背景
计算机科学硕士

专业技能
系统设计 数据库优化 团队管理"""
JAPANESE = """山田太郎
経理担当

職務経歴
二〇一八年から現在 港湾物流株式会社 経理課長
月次決算と年次決算を担当
二〇一三年から二〇一八年 北日本商事 経理担当

学歴
経済学部卒業

資格
日商簿記検定一級"""
KOREAN = """김철수
월말 결산을 전문으로 하는 회계사

경력사항
한국항만물류 회계팀장 현재까지
월말 결산과 외부 감사를 담당
북방무역 회계 담당

학력사항
서울대학교 경영학과 졸업

보유기술
재무제표 작성 예산관리"""
ARABIC = """أحمد المصري
مهندس برمجيات أول في القاهرة

الخبرة العملية
مهندس أول في شركة الموانئ اللوجستية منذ ثماني سنوات
مسؤول عن خدمة الطلبات وقواعد البيانات
مهندس في شركة التجارة الشمالية

التعليم
ماجستير علوم الحاسوب

المهارات
تصميم الأنظمة وإدارة الفرق"""

SIGNS = (CHINESE, JAPANESE, KOREAN)
LETTERS = (CYRILLIC, GREEK, TURKISH, VIETNAMESE)
# Words, of the texts that other benchmarks have too; all Latin letters that a base font has are in these.
_FEWEST = 8


def latin() -> list[str]:
    """CVs in Latin letters: English of the three trades, and the languages of the labelled structures."""
    own = [value for module in (texts, unseen) for value in vars(module).values() if isinstance(value, str)]
    labelled = [text for text in own if text.count("\n") > _FEWEST and "__" not in text]
    english = [
        "\n".join(invent(job, number, random.Random(number)).text.split("\n")[:44]) for number, job in enumerate(TRADES)
    ]
    return english + labelled


def every() -> list[str]:
    """All of them."""
    return [*latin(), *LETTERS, *SIGNS, ARABIC]
