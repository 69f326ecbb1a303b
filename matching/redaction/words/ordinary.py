"""Names that are also skills, trades, places or ordinary words with a capital.

Alone they stay in the text, because a CV loses evidence without them; beside the rest of the name they go.
"""

from matching.redaction.words import words

# Surnames that are trades too: behind two other names on one line they are taken for the trade.
TRADES = words(
    """
    cook baker barber butcher carpenter farmer gardener mason painter plumber tailor waiter nurse teacher clerk pilot
    porter guard host guide trainer coach steward caretaker
    koch schneider fleischer metzger maler maurer gartner schlosser kellner lehrer tischler schreiner dachdecker winzer
    boulanger boucher charpentier tailleur couturier herrero carpintero
    kok bakker schilder timmerman
    """
)
ORDINARY = words(
    # Skills, products and companies that are somebody's name too
    """
    ruby go swift julia scala jasmine mercury java python perl pascal ada crystal elixir elm groovy kotlin dart rust
    haskell django flask rails spring maven gradle jenkins travis docker ansible puppet chef salt vagrant cassandra
    mongo redis oracle sage basel bash curl jest karma mocha cypress cucumber selenium robin rasa alexa siri cortana
    watson einstein sasha jekyll gatsby nova aurora athena apollo atlas phoenix orion venus vega delta alpha sigma
    maya blender unity nuke houdini figma sketch canva adobe ray caffe keras theano delphi fortran prolog lisp scheme
    hermes kafka tesla ford benz porsche ferrari daimler siemens bosch philips dell wang sun max eve sonar carla
    arena navision sap solid abel lean agile scrum prince gherkin bamboo jade haml pug twig blade ember meteor
    amber opal pearl ivy sas rita bob alice celeste wix otto lidl aldi boots next marks spencer stan stata vue
    morgan stanley chase wells fargo goldman sachs lloyds barclay barclays ernst young deloitte mckinsey bain johnson
    procter gamble colgate kellogg mars nestle heinz hilton marriott disney turner warner bloomberg forbes gates
    amazon apple shell total orange bayer merck novartis roche lilly henkel carrefour leclerc auchan renault peugeot
    citroen michelin dassault thales hertz allianz axa hyatt walker roland steinway yamaha honda suzuki toyota
    """
    # English words that start a sentence or a title
    """
    mark will bill jack rob pat art drew grant chance case miles page paige wade reed read bush field fields
    park parks forest green brown white black gray grey gold silver bridge street house hall church
    long short strong smart wise good best rich power price king queen dean law major sargent marshall pilot
    porter cook cooks baker barber butcher carpenter cooper draper dyer farmer fisher fletcher gardener gardner hunter
    mason painter plumber potter shepherd singer smart tanner taylor tailor thatcher tyler webster archer brewer
    butler chandler clark clerk forester harper nurse piper constable steward ward warden waiter wright teacher
    day days week friday sunday christmas summer winter autumn spring april may june august monday january
    east west north south weston france england germany english french german irish ireland scott scottish welsh
    holland israel jordan india china chad paris london florence sydney austin georgia chelsea madison lincoln
    washington jackson houston berlin dallas victoria virginia carolina dakota savannah brooklyn memphis boston
    hamilton york kent essex lancaster chester bristol derby durham bath reading lewis carlisle stafford bradford
    burton milan roma vienna cologne charlotte denver aberdeen oxford cambridge stanford harvard princeton yale
    love joy hope faith grace charity peace great bright early late first newman senior junior child
    hand head heart bar beam post rock bay key keys lock chain case bond cash cost money market chapman
    might must can could would shall do does has have had been being made make see look run more most less much
    many any all some no not so too very just only even still also then than one two three four five six seven
    eight nine ten an and or but if in on at by for to of with from as is it test data web net code link user team
    lead manager director analyst engineer sales care carer health art arts frank constant justice van
    allen edwards crane oxley walsh potter drucker sass guide host trainer coach banks bank bell book self noble gold temple college bachelor masters master
    """
    # German nouns and adjectives that a CV may hold with a capital
    """
    koch bauer schneider fischer weber schmied backer becker meister richter zimmermann kaiser konig jager gartner
    maurer dachdecker tischler schreiner maler metzger schlosser kaufmann winzer wirt brauer muller sattler lehrer
    pfarrer engel winter sommer herbst frost wind berg see feld wald baum haus stein grund brunnen burg turm dorf
    stadt hof markt platz kirche gross klein kurz lang lange stark jung alt alte neu schwarz weiss braun rot grun blau
    grau gelb gut gute herr frau mann kind vater mutter freund gast hammer korn brand kern frei heim
    fleischer kellner zoll backer hesse preuss post bank weise heil arzt stahl eisen kupfer gold silber muhlen ernst
    """
    # Trades and titles in French, Spanish, Italian and Dutch; months and days
    """
    boulanger boucher berger charpentier marchand tailleur couturier garde gardien page jardin juste constant
    dimanche samedi vendredi janvier mars avril mai juin juillet aout noel paix esperance petit grand blanc
    herrero zapatero carpintero pastor caballero mesa luz paz sol rueda guerra bueno nuevo domingo
    testa sala serra villa fontana bakker smit visser kok mulder timmerman schilder koning kort jong groot klein
    wit zwart bruin groen rood blauw goed huis hof winter zomer post bank kramer koopman meester
    """
)
