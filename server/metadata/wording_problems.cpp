#include "metadata/wording_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/text.h"
#include "metadata/declared_fields.h"
#include "metadata/languages.h"

namespace rapport::metadata {
namespace {

constexpr std::size_t longest_label = 120;
constexpr std::size_t longest_option = 255;
constexpr std::size_t longest_sentence = 1'000;

/// What people read of a thing: a label is one line that shows something, a sentence may be empty or long.
struct Words {
    std::string_view name;
    enum class Kind { Label, Sentence } kind = Kind::Label;
    std::size_t longest = longest_label;
};
constexpr Words label_words{"label"};
constexpr Words option_words{"label", Words::Kind::Label, longest_option};
constexpr Words plural_words{"plural_label"};
constexpr Words description_words{"description", Words::Kind::Sentence, longest_sentence};
constexpr Words help_words{"help", Words::Kind::Sentence, longest_sentence};
constexpr Words record_words{"records."};  // followed by the name of a record
constexpr Words message_words{"message", Words::Kind::Sentence, longest_sentence};

class WordingCheck {
public:
    WordingCheck(const Object& object, std::vector<Problem>& problems) : object_(object), problems_(problems) {}

    void run() {
        check("label", label_words, object_.label);
        check("plural_label", plural_words, object_.plural_label);
        check("description", description_words, object_.description);
        // What people call their customers has no other languages; what administrators set up, such as stages, has.
        if (object_.administrative) translations("translations", object_.translations, {label_words, plural_words, description_words, record_words});
        else translations("translations", object_.translations, {label_words, plural_words, description_words});
        for (const Field& field : object_.fields)
            if (field.component_of.empty() && field.base_of.empty()) of_field(field);
        for (const ValidationRule& rule : object_.validation_rules) {
            const std::string where = "validation_rules." + rule.name;
            check(where + ".message", message_words, rule.message);
            translations(where + ".translations", rule.translations, {message_words});
        }
        if (object_.layouts.is_object())
            for (const auto& [name, layout] : object_.layouts.members()) {
                if (layout["label"].is_string()) check("layouts." + name + ".label", label_words, layout["label"].string());
                for (const Json& section : items_of(layout["sections"])) named("layouts." + name + ".sections", section);
            }
        for (const Json& view : items_of(object_.list_views)) named("list_views." + view.string_or("name", ""), view);
    }

private:
    void of_field(const Field& field) {
        check(field.name + ".label", label_words, field.label);
        check(field.name + ".help", help_words, field.help);
        translations(field.name + ".translations", field.declaration["translations"], {label_words, help_words});
        for (const PicklistOption& option : field.options) {
            check(field.name + ".options", option_words, option.label);
            translations(field.name + ".options." + option.value + ".translations", option.translations, {option_words});
        }
    }

    /// A section or a view, whose form is looked at elsewhere.
    void named(const std::string& where, const Json& thing) {
        if (thing["label"].is_string()) check(where + ".label", label_words, thing["label"].string());
        translations(where + ".translations", thing["translations"], {label_words});
    }

    /// {"de": {"label": "…"}}: languages that the app speaks, and in each what is read of the thing.
    void translations(const std::string& where, const Json& by_language, std::initializer_list<Words> known) {
        if (by_language.is_null()) return;
        if (!by_language.is_object()) return refuse(where, R"(Translations stand under their language, such as {"de": {"label": "Boot"}}.)");
        for (const auto& [language, translation] : by_language.members()) {
            const std::string place = where + "." + language;
            if (std::find(languages.begin(), languages.end(), language) == languages.end())
                refuse(place, fmt::format("{} is not a language that Rapport speaks: it speaks {}.", text::quoted(language), fmt::join(languages, ", ")));
            else if (!translation.is_object())
                refuse(place, R"(A translation is an object, such as {"label": "Boot"}.)");
            else
                for (const auto& [name, words] : translation.members()) translated(place + "." + name, name, words, known);
        }
    }

    void translated(const std::string& where, const std::string& name, const Json& words, std::initializer_list<Words> known) {
        auto found = std::find_if(known.begin(), known.end(), [&](const Words& each) { return each.name.ends_with('.') ? name.size() > each.name.size() && name.starts_with(each.name) : each.name == name; });
        if (found == known.end()) {
            std::vector<std::string_view> names;
            for (const Words& each : known) names.push_back(each.name);
            return refuse(where, fmt::format("Nothing here is called {}: what is translated is {}.", text::quoted(name), fmt::join(names, ", ")));
        }
        if (!words.is_string()) return refuse(where, "A translation is a text.");
        check(where, *found, words.string());
    }

    void check(const std::string& where, const Words& kind, const std::string& words) {
        if (kind.kind == Words::Kind::Label) {
            if (text::is_blank(words)) return refuse(where, "A label needs something to read.");
            if (text::has_control_characters(words)) return refuse(where, "A label has no control characters, such as NUL or a new line.");
        } else if (words.find('\0') != std::string::npos) {
            return refuse(where, "This text has a NUL character, which cannot be kept: remove it.");
        }
        if (text::length(words) > kind.longest) refuse(where, fmt::format("This has {} characters; there is room for {}.", text::length(words), kind.longest));
    }

    void refuse(const std::string& where, const std::string& message) { problems_.push_back({object_.name + "." + where, "invalid_text", message}); }

    const Object& object_;
    std::vector<Problem>& problems_;
};

}  // namespace

void find_wording_problems(const Object& object, std::vector<Problem>& problems) { WordingCheck(object, problems).run(); }

}  // namespace rapport::metadata
