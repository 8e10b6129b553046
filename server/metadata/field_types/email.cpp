#include <fmt/format.h>

#include "base/email_address.h"
#include "base/text.h"
#include "metadata/field_types/email.h"
#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {

Result<std::string> read_email(std::string_view text, const Field& field) {
    auto address = normalize_email_address(text);
    if (!address)
        return refuse(field, "invalid_email", fmt::format("{} is not an e-mail address: write it as ada@example.com.", quoted(text)));
    return address;
}

Result<std::string> parse_email(std::string_view text, const Field& field) {
    constexpr std::string_view scheme = "mailto:";
    std::size_t open = text.rfind('<');
    if (open != std::string_view::npos && text.ends_with('>')) text = text.substr(open + 1, text.size() - open - 2);
    if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
    return read_email(text::trim(text), field);
}

namespace {

/// One e-mail address, in the spelling of normalize_email_address().
class Email final : public TextLike {
public:
    Email() : TextLike("email", {}) {}

protected:
    Result<Value> accept(std::string_view text, const Field& field) const override {
        return read_email(text, field).map([](std::string address) { return Value(std::move(address)); });
    }

    Result<Value> accept_loosely(std::string_view text, const Field& field) const override {
        return parse_email(text, field).map([](std::string address) { return Value(std::move(address)); });
    }
};

}  // namespace

const FieldType& email_type() {
    static const Email type;
    return type;
}

}  // namespace rapport::metadata::types
