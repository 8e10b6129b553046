#include "modules/common/known_locality.h"

#include <array>

#include "base/locality.h"
#include "base/text.h"

namespace rapport::modules {
namespace {

struct Setting {
    const char* field;
    bool (*is_known)(const std::string&);
    const char* expected;
};
constexpr std::array settings{
    Setting{"language", locality::is_language, "a language such as de or pt-BR"},
    Setting{"locale", locality::is_language, "a language with a country, such as de-CH"},
    Setting{"phone_region", locality::is_country, "a country in two capital letters, such as DE"},
    Setting{"currency_code", locality::is_currency, "a currency in three capital letters, such as EUR"},
};

}  // namespace

void KnownLocality::before_save(records::Change& change) const {
    for (const Setting& setting : settings) {
        if (!change.object.find_field(setting.field) || !change.changes(setting.field)) continue;
        const Value& value = change.after[setting.field];
        if (value.is_text() && !setting.is_known(value.text()))
            change.refuse(setting.field, "unknown_value", text::quoted(value.text()) + " is not known. Write " + setting.expected + ".");
    }
}

}  // namespace rapport::modules
