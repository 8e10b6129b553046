#include "demo/words/countries.h"

// Words for the countries that write in other scripts.
namespace rapport::demo::words {
namespace {

constexpr Word japanese_given[] = {{"葵", "aoi"}, {"大輔", "daisuke"}, {"英二", "eiji"}, {"花子", "hanako"}, {"一郎", "ichiro"}, {"健太", "kenta"}, {"真理子", "mariko"}, {"直樹", "naoki"}, {"さくら", "sakura"}, {"優子", "yuko"}};
constexpr Word japanese_family[] = {{"秋山", "akiyama"}, {"藤原", "fujiwara"}, {"林", "hayashi"}, {"石川", "ishikawa"}, {"木村", "kimura"}, {"森田", "morita"}, {"中島", "nakajima"}, {"小川", "ogawa"}, {"高木", "takagi"}, {"渡辺", "watanabe"}};
constexpr City japanese_cities[] = {{"東京都", ""}, {"大阪市", ""}, {"横浜市", ""}, {"名古屋市", ""}, {"札幌市", ""}};
constexpr std::string_view japanese_streets[] = {"中央区桜通#番地", "北区本町#番地", "港区浜町#番地"};
constexpr Word japanese_roots[] = {{"青嶺", "aomine"}, {"白砂", "shirasuna"}, {"東雲", "shinonome"}, {"月影", "tsukikage"}, {"千早", "chihaya"}, {"朝凪", "asanagi"}};
constexpr Trade japanese_trades[] = {{{"精機", "seiki"}, "manufacturing"}, {{"電子", "denshi"}, "technology"}, {{"製薬", "seiyaku"}, "pharmaceuticals"}, {{"物流", "butsuryu"}, "transport"}, {{"食品", "shokuhin"}, "food"}};

constexpr Word greek_given[] = {{"Αλέξανδρος", "alexandros"}, {"Βασιλική", "vasiliki"}, {"Γεωργία", "georgia"}, {"Δημήτρης", "dimitris"}, {"Ελένη", "eleni"}, {"Θεόδωρος", "theodoros"}, {"Κατερίνα", "katerina"}, {"Νίκος", "nikos"}};
constexpr Word greek_family[] = {{"Αναγνώστου", "anagnostou"}, {"Βλάχος", "vlachos"}, {"Γεωργίου", "georgiou"}, {"Καραμανός", "karamanos"}, {"Μαυρίδης", "mavridis"}, {"Παππάς", "pappas"}, {"Σταματίου", "stamatiou"}, {"Χατζής", "chatzis"}};
constexpr City greek_cities[] = {{"Αθήνα", ""}, {"Θεσσαλονίκη", ""}, {"Πάτρα", ""}, {"Ηράκλειο", ""}};
constexpr std::string_view greek_streets[] = {"Λεωφόρος Θαλάσσης #", "Οδός Ελιάς #", "Οδός Μύλων #"};
constexpr Word greek_roots[] = {{"Αιγαλέα", "aigalea"}, {"Μελτέμι", "meltemi"}, {"Θαλασσινή", "thalassini"}, {"Αστέρι", "asteri"}, {"Ελαιών", "elaion"}};
constexpr Trade greek_trades[] = {{{"Ναυτιλιακή", "naftiliaki"}, "transport"}, {{"Τρόφιμα", "trofima"}, "food"}, {{"Τουριστική", "touristiki"}, "hospitality"}, {{"Ενέργεια", "energeia"}, "energy"}};

constexpr Word ukrainian_given[] = {{"Андрій", "andrii"}, {"Богдан", "bohdan"}, {"Вікторія", "viktoriia"}, {"Дарина", "daryna"}, {"Євген", "yevhen"}, {"Ірина", "iryna"}, {"Оксана", "oksana"}, {"Тарас", "taras"}};
constexpr Word ukrainian_family[] = {{"Бондаренко", "bondarenko"}, {"Гончар", "honchar"}, {"Дорошенко", "doroshenko"}, {"Кравець", "kravets"}, {"Лисенко", "lysenko"}, {"Мельник", "melnyk"}, {"Поліщук", "polishchuk"}, {"Ярема", "yarema"}};
constexpr City ukrainian_cities[] = {{"Київ", ""}, {"Львів", ""}, {"Одеса", ""}, {"Харків", ""}};
constexpr std::string_view ukrainian_streets[] = {"вул. Садова, #", "вул. Набережна, #", "просп. Миру, #"};
constexpr Word ukrainian_roots[] = {{"Світанок", "svitanok"}, {"Дніпрограй", "dniprohrai"}, {"Калинівка", "kalynivka"}, {"Вітерець", "viterets"}, {"Золотосвіт", "zolotosvit"}};
constexpr Trade ukrainian_trades[] = {{{"Агро", "agro"}, "agriculture"}, {{"Софт", "soft"}, "software"}, {{"Метал", "metal"}, "manufacturing"}, {{"Транс", "trans"}, "transport"}};

constexpr Word arabic_given[] = {{"أحمد", "ahmad"}, {"بدر", "badr"}, {"جميلة", "jamila"}, {"حسن", "hassan"}, {"خديجة", "khadija"}, {"سلمى", "salma"}, {"عمر", "omar"}, {"ليلى", "layla"}};
constexpr Word arabic_family[] = {{"الأنصاري", "alansari"}, {"البستاني", "albustani"}, {"الحداد", "alhaddad"}, {"الخياط", "alkhayyat"}, {"الزهراني", "alzahrani"}, {"الشامي", "alshami"}, {"النجار", "alnajjar"}};
constexpr City arabic_cities[] = {{"دبي", ""}, {"أبوظبي", ""}, {"الشارقة", ""}};
constexpr std::string_view arabic_streets[] = {"شارع النخيل #", "شارع الميناء #", "شارع اللؤلؤ #"};
constexpr Word arabic_roots[] = {{"واحة الفجر", "wahatalfajr"}, {"نسيم البحر", "nasimalbahr"}, {"درب القوافل", "darbalqawafil"}, {"نجم الشمال", "najmalshamal"}};
constexpr Trade arabic_trades[] = {{{"للتجارة", "trading"}, "wholesale"}, {{"للمقاولات", "contracting"}, "construction"}, {{"للطاقة", "energy"}, "energy"}, {{"للنقل", "transport"}, "transport"}};

constexpr Word indian_given[] = {{"अनन्या", "ananya"}, {"भरत", "bharat"}, {"दीपिका", "deepika"}, {"गौरव", "gaurav"}, {"कविता", "kavita"}, {"मोहन", "mohan"}, {"नेहा", "neha"}, {"रोहित", "rohit"}};
constexpr Word indian_family[] = {{"अग्रवाल", "agrawal"}, {"भट्ट", "bhatt"}, {"चौहान", "chauhan"}, {"गुप्ता", "gupta"}, {"जोशी", "joshi"}, {"मिश्रा", "mishra"}, {"शर्मा", "sharma"}};
constexpr City indian_cities[] = {{"मुंबई", "महाराष्ट्र"}, {"दिल्ली", "दिल्ली"}, {"पुणे", "महाराष्ट्र"}};
constexpr std::string_view indian_streets[] = {"# गुलाब मार्ग", "# नदी पथ", "# बाज़ार रोड"};
constexpr Word indian_roots[] = {{"सूर्योदय", "suryodaya"}, {"नीलकमल", "neelkamal"}, {"हिमशिखर", "himshikhar"}};
constexpr Trade indian_trades[] = {{{"वस्त्र", "vastra"}, "manufacturing"}, {{"औषधि", "aushadhi"}, "pharmaceuticals"}, {{"ऊर्जा", "urja"}, "energy"}};

}  // namespace

const Culture japan{"Japan", "ja", "JPY", 5, japanese_given, japanese_family, japanese_cities, japanese_streets, "###-####", japanese_roots, japanese_trades, "{root}{trade}株式会社", "", ""};
const Culture greece{"Greece", "el", "EUR", 4, greek_given, greek_family, greek_cities, greek_streets, "### ##", greek_roots, greek_trades, "{root} {trade} Α.Ε.", "", ""};
const Culture ukraine{"Ukraine", "uk", "EUR", 3, ukrainian_given, ukrainian_family, ukrainian_cities, ukrainian_streets, "#####", ukrainian_roots, ukrainian_trades, "ТОВ «{root}-{trade}»", "", ""};
const Culture emirates{"United Arab Emirates", "ar", "USD", 2, arabic_given, arabic_family, arabic_cities, arabic_streets, "", arabic_roots, arabic_trades, "{root} {trade}", "", ""};
const Culture india{"India", "hi", "USD", 2, indian_given, indian_family, indian_cities, indian_streets, "######", indian_roots, indian_trades, "{root} {trade}", "", ""};

}  // namespace rapport::demo::words
