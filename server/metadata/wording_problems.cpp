#include "metadata/wording_problems.h"

#include <fmt/format.h>

#include "base/text.h"
#include "metadata/declared_fields.h"

namespace rapport::metadata {
namespace {

constexpr std::size_t longest_label = 120;
constexpr std::size_t longest_option = 255;
constexpr std::size_t longest_sentence = 1'000;

class WordingCheck {
public:
    WordingCheck(const Object& object, std::vector<Problem>& problems) : object_(object), problems_(problems) {}

    void run() {
        label("label", object_.label, longest_label);
        label("plural_label", object_.plural_label, longest_label);
        sentence("description", object_.description);
        for (const Field& field : object_.fields) {
            if (!field.component_of.empty() || !field.base_of.empty()) continue;
            label(field.name + ".label", field.label, longest_label);
            sentence(field.name + ".help", field.help);
            for (const PicklistOption& option : field.options) label(field.name + ".options", option.label, longest_option);
        }
        for (const ValidationRule& rule : object_.validation_rules) sentence("validation_rules." + rule.name + ".message", rule.message);
        for (const Json& section : items_of(object_.layouts["detail"]["sections"]))
            if (section["label"].is_string()) label("layouts.detail.sections", section["label"].string(), longest_label);
        for (const Json& view : items_of(object_.list_views))
            if (view["label"].is_string()) label("list_views." + view["name"].string() + ".label", view["label"].string(), longest_label);
    }

private:
    void label(const std::string& where, const std::string& words, std::size_t longest) {
        if (text::is_blank(words)) return refuse(where, "A label needs something to read.");
        if (text::has_control_characters(words)) return refuse(where, "A label has no control characters, such as NUL or a new line.");
        limit(where, words, longest);
    }

    void sentence(const std::string& where, const std::string& words) {
        if (words.find('\0') != std::string::npos) return refuse(where, "This text has a NUL character, which cannot be kept: remove it.");
        limit(where, words, longest_sentence);
    }

    void limit(const std::string& where, const std::string& words, std::size_t longest) {
        if (text::length(words) > longest) refuse(where, fmt::format("This has {} characters; there is room for {}.", text::length(words), longest));
    }

    void refuse(const std::string& where, const std::string& message) { problems_.push_back({object_.name + "." + where, "invalid_text", message}); }

    const Object& object_;
    std::vector<Problem>& problems_;
};

}  // namespace

void find_wording_problems(const Object& object, std::vector<Problem>& problems) { WordingCheck(object, problems).run(); }

}  // namespace rapport::metadata
