#include <fmt/format.h>

#include "base/text.h"
#include "metadata/field_types/safe_html.h"
#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// HTML that may be shown to anybody: it is made safe once, on its way in.
class RichText final : public TextLike {
public:
    RichText() : TextLike("rich_text", {.shape = Shape::Text, .column = readable_column, .length = longest_text, .empty = Empty::IsText}) {}

    std::string search_text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : html_words(stored.text());
    }

protected:
    Result<Value> accept(std::string_view text, const Field& field) const override {
        auto safe = safe_html(text);
        if (!safe) return refuse(field, safe.error());
        std::string& html = *safe;
        // Escaping makes text longer.
        if (text::length(html) > field.length)
            return refuse(
                field, "too_long",
                fmt::format("{} holds at most {} characters with its marks; this has {}.", title(field), field.length, text::length(html)));
        return Value(std::move(html));
    }
};

}  // namespace

const FieldType& rich_text_type() {
    static const RichText type;
    return type;
}

}  // namespace rapport::metadata::types
