#include "demo/words/countries.h"

// Words for the countries that write in Latin letters.
namespace rapport::demo::words {
namespace {

// Made up, and shared by all of these countries.
constexpr Word roots[] = {
    {"Alveron", "alveron"},   {"Ardenna", "ardenna"},   {"Balthor", "balthor"},     {"Brevanta", "brevanta"},   {"Caldross", "caldross"},   {"Cerulane", "cerulane"},
    {"Corvanta", "corvanta"}, {"Dalmora", "dalmora"},   {"Delphane", "delphane"},   {"Drovane", "drovane"},     {"Elmarra", "elmarra"},     {"Estovia", "estovia"},
    {"Falkirra", "falkirra"}, {"Fenwold", "fenwold"},   {"Galvestra", "galvestra"}, {"Glimmora", "glimmora"},   {"Hallorin", "hallorin"},   {"Helvanta", "helvanta"},
    {"Ilmarin", "ilmarin"},   {"Istralis", "istralis"}, {"Jorvanne", "jorvanne"},   {"Kalvero", "kalvero"},     {"Kestoria", "kestoria"},   {"Lanthor", "lanthor"},
    {"Lumarra", "lumarra"},   {"Maravelle", "maravelle"}, {"Mistral-Oro", "mistral-oro"}, {"Nordavia", "nordavia"}, {"Novarra", "novarra"},   {"Oakenshire", "oakenshire"},
    {"Orvando", "orvando"},   {"Palantis", "palantis"}, {"Perivale", "perivale"},   {"Quillon", "quillon"},     {"Ravelstone", "ravelstone"}, {"Rivanna", "rivanna"},
    {"Salvarin", "salvarin"}, {"Selkora", "selkora"},   {"Solvane", "solvane"},     {"Tavarra", "tavarra"},     {"Thornquist", "thornquist"}, {"Tilvera", "tilvera"},
    {"Umbrano", "umbrano"},   {"Valcourt", "valcourt"}, {"Vandermoor", "vandermoor"}, {"Verrano", "verrano"},   {"Westerholm", "westerholm"}, {"Wyndara", "wyndara"},
    {"Xandria", "xandria"},   {"Ysolde", "ysolde"},     {"Zephyrine", "zephyrine"}, {"Zorvano", "zorvano"},
};

constexpr Word german_given[] = {{"Anneliese", "anneliese"}, {"Birgit", "birgit"}, {"Charlotte", "charlotte"}, {"Dörte", "doerte"}, {"Elif", "elif"}, {"Friederike", "friederike"},
                                 {"Greta", "greta"}, {"Heike", "heike"}, {"Jürgen", "juergen"}, {"Karsten", "karsten"}, {"Lutz", "lutz"}, {"Mehmet", "mehmet"},
                                 {"Niklas", "niklas"}, {"Oskar", "oskar"}, {"Rüdiger", "ruediger"}, {"Sören", "soeren"}, {"Thorsten", "thorsten"}, {"Ulrike", "ulrike"}};
constexpr Word german_family[] = {{"Ahrens", "ahrens"}, {"Brückner", "brueckner"}, {"Dörfler", "doerfler"}, {"Eichhorn", "eichhorn"}, {"Faßbender", "fassbender"}, {"Großkopf", "grosskopf"},
                                  {"Hölzer", "hoelzer"}, {"Jäger", "jaeger"}, {"Kühn", "kuehn"}, {"Lindenau", "lindenau"}, {"Müller", "mueller"}, {"Nebel", "nebel"},
                                  {"Öztürk", "oeztuerk"}, {"Pfeiffer", "pfeiffer"}, {"Rothe", "rothe"}, {"Schäfer", "schaefer"}, {"Tietze", "tietze"}, {"von Bergen", "vonbergen"},
                                  {"Weiß", "weiss"}, {"Zöllner", "zoellner"}};
constexpr City german_cities[] = {{"Berlin", ""}, {"Hamburg", ""}, {"München", ""}, {"Köln", ""}, {"Leipzig", ""}, {"Nürnberg", ""}, {"Freiburg", ""}};
constexpr std::string_view german_streets[] = {"Lindenstraße #", "Am Mühlbach #", "Gartenweg #", "Schillerallee #", "Hafenkai #", "Industriestraße #"};
constexpr Trade german_trades[] = {{{"Maschinenbau", "maschinenbau"}, "manufacturing"}, {{"Messtechnik", "messtechnik"}, "engineering"}, {{"Pharma", "pharma"}, "pharmaceuticals"},
                                   {{"Logistik", "logistik"}, "transport"}, {{"Lebensmittel", "lebensmittel"}, "food"}, {{"Software", "software"}, "software"},
                                   {{"Stadtwerke", "stadtwerke"}, "utilities"}, {{"Automobil", "automobil"}, "automotive"}};

constexpr Word american_given[] = {{"Abigail", "abigail"}, {"Brandon", "brandon"}, {"Carmen", "carmen"}, {"Darnell", "darnell"}, {"Emily", "emily"}, {"Felipe", "felipe"},
                                   {"Grace", "grace"}, {"Hannah", "hannah"}, {"Isaiah", "isaiah"}, {"Jasmine", "jasmine"}, {"Kyle", "kyle"}, {"Latoya", "latoya"},
                                   {"Marcus", "marcus"}, {"Nathan", "nathan"}, {"Olivia", "olivia"}, {"Priya", "priya"}, {"Ryan", "ryan"}, {"Tiffany", "tiffany"}};
constexpr Word american_family[] = {{"Abernathy", "abernathy"}, {"Begay", "begay"}, {"Carlisle", "carlisle"}, {"Delgado", "delgado"}, {"Ellison", "ellison"}, {"Fontaine", "fontaine"},
                                    {"Garrison", "garrison"}, {"Holloway", "holloway"}, {"Ibarra", "ibarra"}, {"Jefferson", "jefferson"}, {"Kowalski", "kowalski"}, {"Langley", "langley"},
                                    {"McAllister", "mcallister"}, {"Nguyen", "nguyen"}, {"O'Rourke", "orourke"}, {"Pemberton", "pemberton"}, {"Ramsey", "ramsey"}, {"Stanton", "stanton"},
                                    {"Underwood", "underwood"}, {"Whitaker", "whitaker"}};
constexpr City american_cities[] = {{"Portland", "OR"}, {"Denver", "CO"}, {"Austin", "TX"}, {"Columbus", "OH"}, {"Raleigh", "NC"}, {"Milwaukee", "WI"}, {"Boise", "ID"}};
constexpr std::string_view american_streets[] = {"# Cedar Avenue", "# Harbor Drive", "# Quarry Road", "# Old Mill Lane", "# Commerce Parkway", "# Juniper Street"};
constexpr Trade american_trades[] = {{{"Robotics", "robotics"}, "technology"}, {{"Health", "health"}, "healthcare"}, {{"Foods", "foods"}, "food"}, {{"Aerospace", "aerospace"}, "manufacturing"},
                                     {{"Energy", "energy"}, "energy"}, {{"Labs", "labs"}, "pharmaceuticals"}, {{"Freight", "freight"}, "transport"}, {{"Outfitters", "outfitters"}, "retail"}};

constexpr Word british_given[] = {{"Alistair", "alistair"}, {"Bethan", "bethan"}, {"Callum", "callum"}, {"Deepa", "deepa"}, {"Eleanor", "eleanor"}, {"Fergus", "fergus"},
                                  {"Gemma", "gemma"}, {"Harriet", "harriet"}, {"Imogen", "imogen"}, {"Jamal", "jamal"}, {"Kirsty", "kirsty"}, {"Lewis", "lewis"},
                                  {"Moira", "moira"}, {"Nigel", "nigel"}, {"Oluwaseun", "oluwaseun"}, {"Poppy", "poppy"}, {"Rhys", "rhys"}, {"Siobhan", "siobhan"}};
constexpr Word british_family[] = {{"Ashworth", "ashworth"}, {"Begum", "begum"}, {"Cartwright", "cartwright"}, {"Davies", "davies"}, {"Entwistle", "entwistle"}, {"Fairfax", "fairfax"},
                                   {"Gallagher", "gallagher"}, {"Haddon", "haddon"}, {"Iqbal", "iqbal"}, {"Kemp", "kemp"}, {"Llewellyn", "llewellyn"}, {"MacLeod", "macleod"},
                                   {"Nightingale", "nightingale"}, {"Okafor", "okafor"}, {"Pritchard", "pritchard"}, {"Rowntree", "rowntree"}, {"Sutcliffe", "sutcliffe"}, {"Thwaite", "thwaite"},
                                   {"Wainwright", "wainwright"}, {"Yardley", "yardley"}};
constexpr City british_cities[] = {{"London", ""}, {"Leeds", ""}, {"Bristol", ""}, {"Cardiff", ""}, {"Glasgow", ""}, {"Norwich", ""}};
constexpr std::string_view british_streets[] = {"# Station Road", "# Mill Lane", "# Victoria Wharf", "# Church Row", "# Foundry Yard"};
constexpr Trade british_trades[] = {{{"Instruments", "instruments"}, "engineering"}, {{"Brewing", "brewing"}, "food"}, {{"Marine", "marine"}, "transport"}, {{"Textiles", "textiles"}, "manufacturing"},
                                    {{"Assurance", "assurance"}, "insurance"}, {{"Media", "media"}, "media"}, {{"Water", "water"}, "utilities"}};

constexpr Word french_given[] = {{"Amélie", "amelie"}, {"Benoît", "benoit"}, {"Chloé", "chloe"}, {"Damien", "damien"}, {"Élodie", "elodie"}, {"François", "francois"},
                                 {"Geneviève", "genevieve"}, {"Hélène", "helene"}, {"Ibrahim", "ibrahim"}, {"Jérôme", "jerome"}, {"Laurène", "laurene"}, {"Mathilde", "mathilde"},
                                 {"Noémie", "noemie"}, {"Olivier", "olivier"}, {"Quentin", "quentin"}, {"Rémi", "remi"}, {"Solène", "solene"}, {"Théo", "theo"}};
constexpr Word french_family[] = {{"Aubertin", "aubertin"}, {"Beauchêne", "beauchene"}, {"Chevallier", "chevallier"}, {"Delacroix", "delacroix"}, {"d'Aubigny", "daubigny"}, {"Fournier", "fournier"},
                                  {"Guérin", "guerin"}, {"Hervé", "herve"}, {"Jacquet", "jacquet"}, {"Lefèvre", "lefevre"}, {"Marchand", "marchand"}, {"N'Diaye", "ndiaye"},
                                  {"Ollivier", "ollivier"}, {"Pelletier", "pelletier"}, {"Renaud", "renaud"}, {"Saint-Clair", "saintclair"}, {"Tessier", "tessier"}, {"Vasseur", "vasseur"}};
constexpr City french_cities[] = {{"Paris", ""}, {"Lyon", ""}, {"Toulouse", ""}, {"Nantes", ""}, {"Strasbourg", ""}, {"Grenoble", ""}};
constexpr std::string_view french_streets[] = {"# rue des Tilleuls", "# avenue du Port", "# quai de la Loire", "# place du Marché", "# chemin des Vignes"};
constexpr Trade french_trades[] = {{{"Aéronautique", "aeronautique"}, "manufacturing"}, {{"Cosmétiques", "cosmetiques"}, "chemicals"}, {{"Vins", "vins"}, "food"}, {{"Énergies", "energies"}, "energy"},
                                   {{"Conseil", "conseil"}, "consulting"}, {{"Santé", "sante"}, "healthcare"}, {{"Transports", "transports"}, "transport"}};

constexpr Word swedish_given[] = {{"Agneta", "agneta"}, {"Björn", "bjorn"}, {"Ebba", "ebba"}, {"Fredrik", "fredrik"}, {"Gunilla", "gunilla"}, {"Håkan", "hakan"},
                                  {"Ingrid", "ingrid"}, {"Jörgen", "jorgen"}, {"Linnéa", "linnea"}, {"Måns", "mans"}, {"Åsa", "asa"}, {"Östen", "osten"}};
constexpr Word swedish_family[] = {{"Ahlgren", "ahlgren"}, {"Björklund", "bjorklund"}, {"Dahlström", "dahlstrom"}, {"Ekdahl", "ekdahl"}, {"Forsberg", "forsberg"}, {"Hedlund", "hedlund"},
                                   {"Lindqvist", "lindqvist"}, {"Nyström", "nystrom"}, {"Sjöberg", "sjoberg"}, {"Wallin", "wallin"}, {"Åkesson", "akesson"}, {"Öberg", "oberg"}};
constexpr City swedish_cities[] = {{"Stockholm", ""}, {"Göteborg", ""}, {"Malmö", ""}, {"Umeå", ""}, {"Linköping", ""}};
constexpr std::string_view swedish_streets[] = {"Björkgatan #", "Hamngatan #", "Kvarnvägen #", "Skogsstigen #"};
constexpr Trade swedish_trades[] = {{{"Trävaror", "travaror"}, "manufacturing"}, {{"Elektronik", "elektronik"}, "technology"}, {{"Kraft", "kraft"}, "energy"}, {{"Rederi", "rederi"}, "transport"},
                                    {{"Medicin", "medicin"}, "healthcare"}};

constexpr Word spanish_given[] = {{"Álvaro", "alvaro"}, {"Begoña", "begona"}, {"Concepción", "concepcion"}, {"Íñigo", "inigo"}, {"Jimena", "jimena"}, {"Lucía", "lucia"},
                                  {"Martín", "martin"}, {"Nuria", "nuria"}, {"Óscar", "oscar"}, {"Raúl", "raul"}, {"Sofía", "sofia"}, {"Ximena", "ximena"}};
constexpr Word spanish_family[] = {{"Aguirre", "aguirre"}, {"Barragán", "barragan"}, {"Cabañas", "cabanas"}, {"de la Fuente", "delafuente"}, {"Echeverría", "echeverria"}, {"García", "garcia"},
                                   {"Ibáñez", "ibanez"}, {"Muñoz", "munoz"}, {"Peñalver", "penalver"}, {"Quiñones", "quinones"}, {"Villanueva", "villanueva"}, {"Zúñiga", "zuniga"}};
constexpr City spanish_cities[] = {{"Madrid", ""}, {"Barcelona", ""}, {"Valencia", ""}, {"Bilbao", ""}, {"A Coruña", ""}};
constexpr std::string_view spanish_streets[] = {"Calle del Olmo, #", "Avenida del Puerto, #", "Paseo de la Ría, #", "Plaza Nueva, #"};
constexpr Trade spanish_trades[] = {{{"Aceites", "aceites"}, "agriculture"}, {{"Construcciones", "construcciones"}, "construction"}, {{"Hoteles", "hoteles"}, "hospitality"}, {{"Renovables", "renovables"}, "energy"},
                                    {{"Químicas", "quimicas"}, "chemicals"}};

constexpr Word polish_given[] = {{"Agnieszka", "agnieszka"}, {"Bartłomiej", "bartlomiej"}, {"Dorota", "dorota"}, {"Grzegorz", "grzegorz"}, {"Jadwiga", "jadwiga"}, {"Łukasz", "lukasz"},
                                 {"Małgorzata", "malgorzata"}, {"Przemysław", "przemyslaw"}, {"Szymon", "szymon"}, {"Zofia", "zofia"}};
constexpr Word polish_family[] = {{"Błaszczyk", "blaszczyk"}, {"Dąbrowa", "dabrowa"}, {"Gajda", "gajda"}, {"Jabłonka", "jablonka"}, {"Krzyżan", "krzyzan"}, {"Łazarz", "lazarz"},
                                  {"Mróz", "mroz"}, {"Piątek", "piatek"}, {"Sikora", "sikora"}, {"Wójcik", "wojcik"}, {"Żak", "zak"}};
constexpr City polish_cities[] = {{"Warszawa", ""}, {"Kraków", ""}, {"Łódź", ""}, {"Wrocław", ""}, {"Gdańsk", ""}};
constexpr std::string_view polish_streets[] = {"ul. Lipowa #", "ul. Kościelna #", "ul. Nadrzeczna #", "al. Dębowa #"};
constexpr Trade polish_trades[] = {{{"Meble", "meble"}, "manufacturing"}, {{"Oprogramowanie", "oprogramowanie"}, "software"}, {{"Spedycja", "spedycja"}, "transport"}, {{"Szkło", "szklo"}, "manufacturing"},
                                   {{"Ubezpieczenia", "ubezpieczenia"}, "insurance"}};

}  // namespace

const Culture germany{"Germany", "de", "EUR", 22, german_given, german_family, german_cities, german_streets, "#####", roots, german_trades, "{root} {trade} GmbH", "+493023125###", "+494066969###"};
const Culture united_states{"United States", "en", "USD", 17, american_given, american_family, american_cities, american_streets, "#####", roots, american_trades, "{root} {trade}, Inc.", "+1202555010#", "+1303555012#"};
const Culture united_kingdom{"United Kingdom", "en", "GBP", 13, british_given, british_family, british_cities, british_streets, "LS1 #AB", roots, british_trades, "{root} {trade} Ltd", "+442079460###", "+447700900###"};
const Culture france{"France", "fr", "EUR", 12, french_given, french_family, french_cities, french_streets, "#####", roots, french_trades, "{trade} {root} SAS", "+3319900####", "+3363998####"};
const Culture sweden{"Sweden", "sv", "EUR", 7, swedish_given, swedish_family, swedish_cities, swedish_streets, "### ##", roots, swedish_trades, "{root} {trade} AB", "+4684650040#", ""};
const Culture spain{"Spain", "es", "EUR", 7, spanish_given, spanish_family, spanish_cities, spanish_streets, "#####", roots, spanish_trades, "{trade} {root}, S.A.", "", ""};
const Culture poland{"Poland", "pl", "EUR", 6, polish_given, polish_family, polish_cities, polish_streets, "##-###", roots, polish_trades, "{root} {trade} sp. z o.o.", "", ""};

}  // namespace rapport::demo::words
