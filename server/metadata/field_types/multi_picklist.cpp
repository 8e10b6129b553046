#include <fmt/format.h>

#include <algorithm>

#include "metadata/field_types/options.h"
#include "metadata/field_types/set_like.h"

namespace rapport::metadata::types {
namespace {

/// Several of the field's options, in their order.
class MultiPicklist final : public SetLike {
public:
    MultiPicklist() : SetLike("multi_picklist") {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        return configure_options(field, declaration, std::string_view(&separator, 1));
    }

protected:
    Result<std::string> accept(std::string_view value, const Field& field) const override {
        if (!fits(value, longest_option))
            return refuse(field, "invalid_option",
                          fmt::format("{} cannot be an option: one has 1 to {} characters and no semicolon.", quoted(value),
                                      longest_option));
        return accept_option(field, value).map([](std::string_view code) { return std::string(code); });
    }

    Result<std::string> accept_loosely(std::string_view written, const Field& field) const override {
        const PicklistOption* meant = find_written_option(field, written);
        return accept(meant ? meant->value : written, field);
    }

    bool is_member(std::string_view text, const Field& field) const override { return find_written_option(field, text) != nullptr; }

    void arrange(std::vector<std::string>& codes, const Field& field) const override {
        auto place = [&](const std::string& code) {
            auto option = std::find_if(field.options.begin(), field.options.end(), [&](const auto& each) { return each.value == code; });
            return std::pair(option - field.options.begin(), code);
        };
        std::sort(codes.begin(), codes.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    }

    std::string label(std::string_view code, const Field& field) const override {
        const PicklistOption* option = find_written_option(field, code);
        return option ? option->label : std::string(code);
    }
};

}  // namespace

const FieldType& multi_picklist_type() {
    static const MultiPicklist type;
    return type;
}

}  // namespace rapport::metadata::types
