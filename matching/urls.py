"""The map of addresses."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from matching.views import accounts, candidate, files, jobs, match, models, pages, rubric, shortlist, upload

handler400 = pages.bad_request

urlpatterns = [
    path("", jobs.job_list, name="jobs"),
    path("accounts/login/", accounts.SignIn.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("healthz", pages.healthz, name="healthz"),
    path("jobs/new/", jobs.new_job, name="new_job"),
    path("jobs/new/draft/", jobs.draft_criteria, name="draft_criteria"),
    path("jobs/lint/", rubric.lint_criteria, name="lint_criteria"),
    path("jobs/<uuid:pk>/", shortlist.shortlist, name="job"),
    path("jobs/<uuid:pk>/strip/", shortlist.strip, name="strip"),
    path("matches/<uuid:pk>/", match.match, name="match"),
    path("matches/<uuid:pk>/retry/", match.retry_match, name="retry_match"),
    path("matches/<uuid:pk>/seen/", match.look_at_flags, name="see_flags"),
    path("candidates/<uuid:pk>/", candidate.candidate, name="candidate"),
    path("candidates/<uuid:pk>/merge/", candidate.merge_candidates, name="merge_candidates"),
    path("candidates/<uuid:pk>/not-the-same/", candidate.not_the_same, name="not_the_same"),
    path("candidates/<uuid:pk>/never-send/", candidate.never_send, name="never_send"),
    path("merges/<uuid:pk>/undo/", candidate.undo, name="undo_merge"),
    path("cvs/<uuid:pk>/file", files.cv_file, name="cv_file"),
    path("cvs/<uuid:pk>/pages/<int:number>.webp", files.cv_page, name="cv_page"),
    path("models/", models.models, name="models"),
    path("models/pull/", models.pull_model, name="pull_model"),
    path("jobs/<uuid:pk>/upload/", upload.upload, name="upload"),
    path("jobs/<uuid:pk>/upload/retry/", upload.retry_all, name="retry_all"),
    path("cvs/<uuid:pk>/retry/", upload.retry, name="retry"),
    path("cvs/<uuid:pk>/password/", upload.unlock, name="unlock"),
    path("archives/<uuid:pk>/retry/", upload.unpack_again, name="retry_archive"),
    path("jobs/<uuid:pk>/rubric/", rubric.rubric, name="rubric"),
    path("jobs/<uuid:pk>/rescore/", rubric.rescore, name="rescore"),
    path("jobs/<uuid:pk>/settings/", jobs.job_settings, name="job_settings"),
    path("jobs/<uuid:pk>/status/", jobs.change_status, name="change_status"),
    path("jobs/<uuid:pk>/members/", jobs.add_person, name="add_person"),
    path("jobs/<uuid:pk>/members/<int:user_pk>/remove/", jobs.remove_person, name="remove_person"),
]
