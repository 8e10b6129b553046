#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "metadata/field_types/text_like.h"
#include "metadata/field_types/web_address.h"

namespace rapport::metadata::types {
namespace {

constexpr std::size_t longest_url = 2048;  // what browsers and proxies surely carry

/// A link that is safe to follow.
class Url final : public TextLike {
public:
    Url() : TextLike("url", {.shape = Shape::Text, .column = readable_column, .length = longest_url}) {}

protected:
    /// People write "example.com/about" and mean the page.
    Result<Value> accept(std::string_view text, const Field& field) const override {
        if (!has_scheme(text)) return accept("https://" + std::string(text), field);
        if (is_safe_link(text)) return Value(text);
        return refuse(field, "invalid_url",
                      fmt::format("{} is not a link: it begins with https://, http://, mailto: or tel:, and has no blanks.", quoted(text)));
    }
};

}  // namespace

const FieldType& url_type() {
    static const Url type;
    return type;
}

}  // namespace rapport::metadata::types
