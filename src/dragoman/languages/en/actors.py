"""English words for those who act: bodies, offices and titles, groups of people, and the words around places.

BODIES["delegation"], TITLES, GROUPS
"""

from dragoman.languages.wordlist import wordlist

# A body with an organisation of its own.
BODIES = wordlist(
    """
    government governments cabinet ministry ministries delegation delegations commission commissions committee
    committees parliament parliaments senate congress assembly council councils duma reichstag reichsrat diet soviet
    politburo party parties army armies navy fleet squadron forces troops garrison army corps corps division
    regiment brigade force administration authorities embassy legation consulate court porte divan chamber directory
    convention junta regime republic league union organization organisation bureau commissariat secretariat
    department office staff command tribunal mission dynasty cortes skupshtina storthing sejm rada majlis mejlis
    knesset company bank movement federation confederation coalition conference-delegation monarchy crown throne
    opposition cabinet chancery chancellery board agency service police militia guard society association leadership
    high-command directorate presidium sovnarkom comintern entente state
    """
)

# Those bodies that are one in lower case too when a people or a country stands before them.
# "Republic", "league", "union", "state", "crown" are not: "the French throne" does nothing.
LOWER_BODIES = BODIES - wordlist(
    """
    republic league union court company bank crown throne state service office convention entente guard movement
    soviet organization organisation federation confederation society association dynasty directory porte divan
    monarchy
    """
) | frozenset({"court"})

# People of a sort: "Turkish communists", "American officials", "the Allied Powers".
GROUPS = wordlist(
    """
    troops forces soldiers sailors marines communists bolsheviks nationalists republicans royalists loyalists rebels
    insurgents revolutionaries revolutionists patriots partisans guerrillas officials diplomats diplomatists
    statesmen ministers envoys ambassadors delegates representatives plenipotentiaries negotiators commissioners
    leaders officers generals commanders authorities powers allies people peoples nation nations populations
    citizens subjects colonists settlers merchants traders workers peasants students deputies senators princes kings
    emperors sovereigns monarchs tribes chiefs leaders liberals conservatives socialists democrats radicals
    moderates exiles refugees prisoners pirates privateers ships warships vessels submarines planes aircraft bombers
    gunboats cavalry infantry artillery militia reformers parties side sides public press policymakers advisers
    advisors experts missionaries consuls chargés states governments hawks senators congressmen lawmakers fishermen
    planters landowners nobles aristocrats clergy bishops cardinals janissaries mamelukes cossacks army
    """
)

# One person by office: before a name, or standing for it.
OFFICES = wordlist(
    """
    president vice-president king queen emperor empress czar tsar tzar tsarina czarina sultan shah khan pope prince
    princess duke archduke grand-duke duchess count earl baron viscount marquis marquess marshal general admiral
    colonel major captain lieutenant commodore commander chancellor premier minister secretary ambassador envoy
    consul commissioner commissar governor governor-general viceroy regent dictator leader chairman chairwoman
    delegate representative plenipotentiary negotiator diplomat diplomatist statesman historian senator deputy
    congressman bishop archbishop cardinal pasha bey vizier khedive dey bashaw amir emir sheikh imam ayatollah
    mikado shogun kaiser elector landgrave hospodar voivode hetman director speaker judge professor doctor lord lady
    sir mr. mrs. ms. dr. gen. col. lt. capt. adm. sen. rep. gov. m. mm. monsieur herr signor señor don count comrade
    undersecretary under-secretary attaché chargé stadtholder generalissimo mayor prefect chief autocrat despot
    monarch sovereign pretender heir envoy writer author scholar vezir vizir sherif shereef patriarch doge negus
    """
)

# Words that belong to a title but are no title alone: "Soviet Foreign Commissar", "Grand Vizier", "Lieutenant Colonel".
TITLE_PARTS = wordlist(
    """
    prime foreign first great vice deputy assistant acting former special chief commander-in-chief people's commissar
    affairs state grand crown high field rear brigadier lieutenant major general secretary under special interior
    war finance nationalities consul minister plenipotentiary extraordinary attorney commercial emperor-king
    president-elect
    """
)

FEMALE_TITLES = wordlist("queen empress tsarina czarina princess duchess lady mrs. ms. miss madame chairwoman")

# Given names that tell he from she; the many he-names need no list, he is what a person of unknown name is called here.
FEMALE_NAMES = wordlist(
    """
    mary maria anne anna elizabeth catherine katharine victoria isabella eugenie eugénie josephine margaret hillary
    madeleine condoleezza golda indira benazir angela theresa eleanor alexandra sophia charlotte louise caroline
    christina ulrike jeane ekaterina elena olga natalia rosa clara emma helen jane julia martha nancy sarah susan
    ruth edith cixi liliuokalani yelizaveta wilhelmina juliana beatrix federica ursula michelle corazon violeta
    mireya sirimavo ellen
    """
)

GIVEN_NAMES = (
    wordlist(
        """
    abraham adam adolf albert alexander alexandre alfred ali andrei andrew anthony antoine armen arthur august
    benjamin benito bernard bill boris caleb carl charles chester christian christopher clement condy daniel david
    dean dwight edmund edouard edward edwin elihu emmanuel ernest eugene felix ferdinand francis francisco franklin
    franz frederick friedrich gaston george georges georgy georgi gerald giovanni giuseppe gregory gustav gustave
    hamilton hans harold harry heinrich henri henry herbert hiram hubert ibrahim ismail ismet ivan jack jacob james
    jan jean jimmy joachim joel johan john jorge jose josé josef joseph józef juan jules karl kemal klemens lars
    lazare leon leonid leopold louis ludwig lyndon manuel marcel martin matthew max maxim maurice mehmed mehmet
    michael mikhail mohammed muhammad mustafa napoleon nathan nelson nicholas nicolas nikita nikolai nikola oliver
    otto pablo patrick paul pedro peter philip philippe pierre rafael raymond richard robert roger ronald rufus
    samuel saad sergei sidney silas simon stephen stratford theodore thomas tomas townsend ulysses vasily victor
    vincent vladimir vyacheslav walter warren wilhelm william winston woodrow yasser yitzhak aleksandr alexei
    anastas andrey anatoly bekir enver fethi grigory hakob hovhannes iosif kazim kâzım karabekir lev lazar rauf rıza
    talaat talat yusuf yevgeny zhou mao deng chiang
    """
    )
    | FEMALE_NAMES
)

# Small words inside a name: "Otto von Bismarck", "Ponce de León", "Mehmed ben Ali".
PARTICLES = wordlist("von van de der den du da di del della dos la le el al bin ibn ben y zu zur af av ter ten d' ul")

# After these a name is where, not who.
WHERE = wordlist(
    """
    in into at near within across throughout inside outside around through toward towards via along off beyond onto
    """
)
WHERE_FOR_TOWNS = WHERE | frozenset({"from", "to", "for", "left", "leave", "entered", "reached"})

# What is done to lands and to nothing else; what is done to lands and to others; and what lands do.
ONLY_TO_LANDS = wordlist("cede annex retrocede reconquer")
TO_LANDS = wordlist(
    """
    restore return hand give occupy take capture seize keep retain evacuate surrender award assign lose gain recover
    regain join attach yield relinquish conquer besiege claim acquire incorporate transfer partition leave reach enter
    """
)
BY_LANDS = wordlist("remain stay fall go pass become belong revert")
# Nouns that make a place of the name beside them.
PLACE_NOUNS = wordlist(
    """
    river rivers sea seas ocean strait straits bay gulf channel lake lakes mountain mountains island islands isle
    isles peninsula province provinces district districts county region regions territory territories city town
    village fortress fort port ports harbor harbour valley basin plain plains coast coasts shore shores desert
    isthmus cape canal pass corridor oblast vilayet sanjak uezd governorate canton duchy duchies bank strip heights
    hills delta border frontier zone sector colony colonies area archipelago line railway railroad highway bridge
    palace castle steppe wedge parallel
    """
)

EVENT_NOUNS = wordlist(
    """
    conference congress war wars revolution uprising revolt rebellion battle siege crisis summit campaign mutiny
    coup meeting talks negotiations insurrection incident affair massacre expedition blockade airlift offensive
    invasion convention
    """
)

# What an actor does and a town does not: a capital as the subject of these is its government.
NOT_DOINGS = wordlist("be lie stand fall become remain burn contain have include house surround")

# Bodies that sit and meetings that are held go by these names alike.
MEETINGS_OR_BODIES = frozenset({"congress", "convention", "expedition"})

# What a name that no map knows does as a person: places and states are gone to.
GOING = frozenset("go travel come return arrive sail journey hasten ride visit depart".split())
# How surnames end that are no names of places in English prose.
SURNAME_ENDINGS = (
    "ov", "ev", "off", "eff", "sky", "ski", "skii", "skiy", "enko", "vich", "vitch", "wicz", "ić", "yan", "zade", "oglu",
    "oğlu", "escu", "opoulos", "idze", "shvili",
)  # fmt: skip

# What people do and places do not.
HUMAN_VERBS = wordlist(
    """
    say write declare announce tell reply ask argue inform note believe think resign die marry speak answer exclaim
    wish hope fear know understand feel suggest remark add travel arrive meet depart return persuade convince urge
    advise instruct appoint succeed lead command serve act propose insist doubt suspect hesitate explain sail
    conceive devise perceive decide replace dismiss elect assassinate murder born crown accompany dine confer
    """
)

# What can stand before an office that is set beside its holder: "Palmerston, then Foreign Secretary".
BEFORE_OFFICE = frozenset({"the", "then", "now", "a", "an", "his", "her", "their", "former", "newly", "appointed"})

# After these a list goes on, and what came before is no holder of what stands beside it.
GOES_ON = frozenset({"and", "or", "the", "as", "but", "both", "with"})

# Titles that follow the name: "Ibrahim Pasha".
AFTER_NAME = frozenset({"pasha", "bey", "khan", "effendi", "prince"})
