"""Countries, states and large cities, for telling where somebody lives in the head of a CV."""

from matching.redaction.words import phrases, words

COUNTRIES = phrases(
    """
    germany, deutschland, allemagne, alemania, duitsland, germania, austria, osterreich, autriche, oostenrijk,
    switzerland, schweiz, suisse, suiza, zwitserland, svizzera, france, frankreich, francia, frankrijk, spain, spanien,
    espagne, espana, spanje, spagna, portugal, italy, italien, italie, italia, netherlands, the netherlands, niederlande,
    pays-bas, paises bajos, nederland, holland, belgium, belgien, belgique, belgica, belgie, luxembourg, luxemburg,
    united kingdom, uk, u.k., great britain, england, scotland, wales, northern ireland, ireland, irland, irlande, irlanda,
    ierland, grossbritannien, royaume-uni, reino unido, denmark, danmark, sweden, sverige, norway, norge, finland, suomi,
    iceland, poland, polska, polen, pologne, polonia, czech republic, czechia, slovakia, hungary, romania, bulgaria,
    greece, griechenland, turkey, turkiye, turkei, turquie, ukraine, russia, russland, belarus, serbia, croatia, slovenia,
    estonia, latvia, lithuania, usa, u.s.a., us, u.s., united states, united states of america, america, canada, mexico,
    brazil, brasil, brasilien, argentina, chile, colombia, peru, venezuela, ecuador, uruguay, india, indien, pakistan,
    bangladesh, sri lanka, nepal, china, japan, south korea, korea, taiwan, hong kong, singapore, malaysia, thailand,
    vietnam, indonesia, philippines, australia, new zealand, south africa, nigeria, kenya, ghana, ethiopia, egypt,
    morocco, maroc, marokko, marruecos, algeria, algerie, tunisia, tunisie, israel, lebanon, liban, jordan, syria, iraq,
    iran, saudi arabia, uae, united arab emirates, qatar, kuwait, bavaria, bayern, hessen, baden-wurttemberg, catalonia,
    cataluna, madeira, россия, российская федерация, украина, україна, ελλαδα, 中国, 日本, ile-de-france, bretagne, ontario, quebec, california, texas,
    florida, new south wales, flanders, vlaanderen
    """
)

STATES = words(
    """
    al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa
    ri sc sd tn tx ut vt va wa wv wi wy ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld act tas
    """
)

CITIES = phrases(
    """
    london, manchester, birmingham, leeds, liverpool, sheffield, bristol, glasgow, edinburgh, cardiff, belfast, nottingham,
    leicester, newcastle, southampton, portsmouth, plymouth, coventry, bradford, hull, derby, stoke-on-trent, swansea,
    wolverhampton, norwich, exeter, brighton, oxford, cambridge, aberdeen, dundee, luton, northampton, milton keynes, york,
    croydon, slough, swindon, bournemouth, dublin, cork, galway, limerick, reading,
    berlin, hamburg, munchen, munich, koln, cologne, frankfurt, frankfurt am main, stuttgart, dusseldorf, dortmund, essen,
    leipzig, bremen, dresden, hannover, hanover, nurnberg, nuremberg, duisburg, bochum, wuppertal, bielefeld, bonn, munster,
    karlsruhe, mannheim, augsburg, wiesbaden, monchengladbach, gelsenkirchen, braunschweig, chemnitz, kiel, aachen, halle,
    magdeburg, freiburg, krefeld, lubeck, oberhausen, erfurt, mainz, rostock, kassel, hagen, saarbrucken, potsdam, hamm,
    ludwigshafen, oldenburg, leverkusen, osnabruck, solingen, heidelberg, darmstadt, regensburg, ingolstadt, wurzburg,
    ulm, heilbronn, pforzheim, wolfsburg, gottingen, reutlingen, koblenz, bremerhaven, jena, trier, erlangen, tubingen,
    konstanz, bayreuth, bamberg, passau, siegen, cottbus, flensburg, wien, vienna, graz, linz, salzburg, innsbruck,
    klagenfurt, zurich, geneva, geneve, genf, basel, bern, berne, lausanne, winterthur, luzern, st. gallen, lugano,
    paris, marseille, lyon, toulouse, nice, nantes, strasbourg, montpellier, bordeaux, lille, rennes, reims, le havre,
    saint-etienne, toulon, grenoble, dijon, angers, nimes, villeurbanne, clermont-ferrand, le mans, aix-en-provence, brest,
    tours, amiens, limoges, annecy, perpignan, metz, besancon, orleans, rouen, mulhouse, caen, nancy, argenteuil, montreuil,
    avignon, poitiers, versailles, pau, la rochelle, bruxelles, brussels, brussel, antwerpen, antwerp, anvers, gent, ghent,
    gand, liege, charleroi, brugge, bruges, namur, leuven, mons, luxembourg,
    madrid, barcelona, valencia, sevilla, seville, zaragoza, malaga, murcia, palma, palma de mallorca, las palmas, bilbao,
    alicante, cordoba, valladolid, vigo, gijon, granada, vitoria, a coruna, la coruna, elche, oviedo, badalona, cartagena,
    jerez, sabadell, santander, pamplona, almeria, san sebastian, donostia, burgos, salamanca, huelva, lleida, tarragona,
    leon, cadiz, logrono, badajoz, santiago de compostela, girona, lisboa, lisbon, porto, braga, coimbra, faro, aveiro,
    roma, rome, milano, milan, napoli, naples, torino, turin, palermo, genova, bologna, firenze, florence, bari, catania,
    venezia, venice, verona, messina, padova, trieste, brescia, parma, modena, pisa,
    amsterdam, rotterdam, den haag, 's-gravenhage, the hague, utrecht, eindhoven, tilburg, groningen, almere, breda,
    nijmegen, enschede, apeldoorn, haarlem, arnhem, zaanstad, amersfoort, den bosch, 's-hertogenbosch, hoofddorp, zwolle,
    zoetermeer, leiden, maastricht, dordrecht, ede, delft, deventer, alkmaar, leeuwarden, heerlen, hilversum, gouda,
    copenhagen, kobenhavn, aarhus, odense, aalborg, stockholm, goteborg, gothenburg, malmo, uppsala, oslo, bergen,
    trondheim, stavanger, helsinki, espoo, tampere, turku, reykjavik, warsaw, warszawa, krakow, cracow, wroclaw, poznan,
    gdansk, lodz, szczecin, katowice, lublin, prague, praha, brno, ostrava, bratislava, budapest, bucharest, bucuresti,
    cluj-napoca, timisoara, iasi, sofia, athens, athina, thessaloniki, istanbul, ankara, izmir, kyiv, kiev, lviv, kharkiv,
    odesa, moscow, moskva, saint petersburg, st. petersburg, minsk, belgrade, beograd, zagreb, ljubljana, sarajevo, skopje,
    tirana, tallinn, riga, vilnius, kaunas,
    new york, new york city, nyc, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas,
    san jose, austin, jacksonville, fort worth, columbus, charlotte, san francisco, indianapolis, seattle, denver,
    washington, washington dc, washington d.c., boston, el paso, nashville, detroit, oklahoma city, portland, las vegas,
    memphis, louisville, baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, mesa, kansas city, atlanta, omaha,
    colorado springs, raleigh, miami, long beach, virginia beach, oakland, minneapolis, tulsa, tampa, arlington,
    new orleans, cleveland, honolulu, anaheim, orlando, st. louis, saint louis, pittsburgh, cincinnati, buffalo, irvine,
    newark, jersey city, brooklyn, queens, bronx, manhattan, palo alto, mountain view, sunnyvale, santa clara, berkeley,
    cupertino, menlo park, redmond, bellevue, salt lake city, boise, richmond, princeton, ann arbor, madison, toronto,
    montreal, vancouver, calgary, edmonton, ottawa, winnipeg, quebec city, hamilton, halifax, mexico city,
    ciudad de mexico, guadalajara, monterrey, bogota, medellin, cali, lima, quito, caracas, santiago, santiago de chile,
    buenos aires, montevideo, sao paulo, rio de janeiro, brasilia, belo horizonte, porto alegre, curitiba, recife, salvador,
    mumbai, delhi, new delhi, bangalore, bengaluru, hyderabad, chennai, kolkata, pune, ahmedabad, jaipur, lucknow, noida,
    gurgaon, gurugram, chandigarh, kochi, indore, coimbatore, karachi, lahore, islamabad, dhaka, colombo, kathmandu,
    beijing, shanghai, shenzhen, guangzhou, hangzhou, nanjing, chengdu, wuhan, xian, tianjin, suzhou, hong kong, taipei,
    tokyo, osaka, kyoto, nagoya, yokohama, fukuoka, seoul, busan, singapore, kuala lumpur, bangkok, hanoi,
    ho chi minh city, jakarta, manila, sydney, melbourne, brisbane, perth, adelaide, canberra, auckland, wellington,
    christchurch, johannesburg, cape town, durban, pretoria, lagos, abuja, ibadan, port harcourt, nairobi, mombasa, accra,
    kumasi, addis ababa, kampala, dar es salaam, kigali, cairo, alexandria, casablanca, rabat, marrakech, marrakesh, fes,
    tangier, tanger, tunis, algiers, alger, oran, dakar, abidjan, kinshasa, luanda, tel aviv, jerusalem, haifa, beirut,
    amman, damascus, baghdad, tehran, riyadh, jeddah, dubai, abu dhabi, sharjah, doha, kuwait city, muscat,
    quezon city, cebu, davao, 西安, 成都, 杭州, 武汉, 南京, 大阪市, 横浜,
    москва, санкт-петербург, киев, київ, новосибирск, екатеринбург, казань, минск, αθηνα, θεσσαλονικη,
    北京, 上海, 深圳, 广州, 東京, 大阪
    """
)
