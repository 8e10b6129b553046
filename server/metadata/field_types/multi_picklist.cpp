#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "metadata/field_types/basic_type.h"
#include "metadata/field_types/options.h"

namespace rapport::metadata::types {
namespace {

constexpr char separator = ';';

/// The codes of a stored set ";a;b;".
std::vector<std::string_view> codes_of(std::string_view stored) {
    std::vector<std::string_view> out;
    for (std::size_t begin = 1; begin < stored.size();) {
        std::size_t end = stored.find(separator, begin);
        out.push_back(stored.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

/// Several of the field's options. The same choice is always stored as the same text, whatever the order it came in.
class MultiPicklist final : public BasicType {
public:
    MultiPicklist() : BasicType("multi_picklist", Shape::Set, storage::ColumnType::Text) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        return configure_options(field, declaration, std::string_view(&separator, 1));
    }

    Result<Value> read(const Json& value, const Field& field) const override {
        if (!value.is_array()) return wrong_type(field, value, "an array of options");
        std::vector<std::string> codes;
        for (const Json& item : value.array()) {
            if (!item.is_string()) return wrong_type(field, item, "options that are strings");
            auto code = accept(item.string(), field);
            if (!code) return tl::unexpected(code.error());
            codes.emplace_back(*code);
        }
        return stored_set(std::move(codes), field);
    }

    Result<Value> parse(std::string_view text, const Field& field) const override {
        if (const PicklistOption* whole = find_written_option(field, text))
            return accept(whole->value, field).and_then([&](std::string_view code) { return stored_set({std::string(code)}, field); });
        char between = text.find(separator) != std::string_view::npos ? separator : ',';
        std::vector<std::string> codes;
        while (!text.empty()) {
            std::size_t end = text.find(between);
            std::string_view written = text::trim(text.substr(0, end));
            text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
            if (written.empty()) continue;
            const PicklistOption* meant = find_written_option(field, written);
            auto code = accept(meant ? meant->value : written, field);
            if (!code) return tl::unexpected(code.error());
            codes.emplace_back(*code);
        }
        return stored_set(std::move(codes), field);
    }

    void write(JsonWriter& out, const Cell& stored, const Field&) const override {
        if (stored.is_null()) {
            out.null();
            return;
        }
        out.begin_array();
        for (std::string_view code : codes_of(stored.text())) out.string(code);
        out.end_array();
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : fmt::format("{}", fmt::join(codes_of(stored.text()), "; "));
    }

    std::string search_text(const Cell& stored, const Field& field) const override {
        if (stored.is_null()) return {};
        std::string out;
        for (std::string_view code : codes_of(stored.text())) {
            const PicklistOption* option = find_written_option(field, code);
            out += (out.empty() ? "" : " ") + (option ? option->label : std::string(code));
        }
        return out;
    }

private:
    /// A code that may be part of the set.
    static Result<std::string_view> accept(std::string_view value, const Field& field) {
        bool unfit = value.empty() || value.find(separator) != std::string_view::npos || value.find('\0') != std::string_view::npos ||
                     !text::is_valid_utf8(value) || text::length(value) > longest_option;
        if (unfit)
            return refuse(field, "invalid_option",
                          fmt::format("{} cannot be an option: one has 1 to {} characters and no semicolon.", quoted(value),
                                      longest_option));
        return accept_option(field, value);
    }

    static Result<Value> stored_set(std::vector<std::string> codes, const Field& field) {
        if (codes.empty()) return Value();
        auto place = [&](const std::string& code) {
            auto option = std::find_if(field.options.begin(), field.options.end(), [&](const auto& each) { return each.value == code; });
            return std::pair(option - field.options.begin(), code);
        };
        std::sort(codes.begin(), codes.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        std::string stored(1, separator);
        for (const std::string& code : codes) stored += code + separator;
        return Value(std::move(stored));
    }
};

}  // namespace

const FieldType& multi_picklist_type() {
    static const MultiPicklist type;
    return type;
}

}  // namespace rapport::metadata::types
