#include "imports/cell_value.h"

#include "base/text.h"

namespace rapport::imports {

Json api_value(const metadata::Field& field, const Value& stored) {
    if (stored.is_null()) return {};
    std::string text;
    JsonWriter out(text);
    field.type->write(out, Cell(stored), field);
    // Nearly all values are plain strings and numbers, for which a parser is a long way round.
    bool is_string = text.size() >= 2 && text.front() == '"' && text.find('\\') == std::string::npos;
    if (is_string) return std::string_view(text).substr(1, text.size() - 2);
    bool is_number = text.find_first_not_of("0123456789.-") == std::string::npos;
    if (is_number) return Json::Number{std::move(text)};
    if (text == "true" || text == "false") return text == "true";
    return Json::parse(text);
}

Result<Json> read_cell(const metadata::Field& field, std::string_view text) {
    Result<Value> stored = field.type->parse(text, field);
    if (!stored) return problem(stored.error().code, field.label + ": " + stored.error().message, field.name);
    return api_value(field, *stored);
}

std::string match_key(const metadata::Field& field, const Cell& stored) {
    if (stored.is_integer()) return std::to_string(stored.integer());
    if (!stored.is_text()) return {};
    bool folded = field.type->column() == storage::ColumnType::FoldedText;
    return folded ? text::lower(stored.text()) : std::string(stored.text());
}

}  // namespace rapport::imports
