#include "imports/prepared_row.h"

#include <algorithm>
#include <cstring>

#include "imports/cell_value.h"

namespace rapport::imports {

PreparedRow::PreparedRow(const documents::Row& row, const Mapping& mapping) : row_(row), fields_(Json::Members{}) {
    std::size_t size = 0;
    for (std::string_view cell : row.cells) size += cell.size();
    text_ = std::make_unique<char[]>(size);
    char* end = text_.get();
    for (std::string_view& cell : row_.cells) {
        if (!cell.empty()) std::memcpy(end, cell.data(), cell.size());
        cell = {end, cell.size()};
        end += cell.size();
    }
    if (row.problem) {
        refuse(row.problem->message);
        return;
    }
    for (const FieldMapping& field : mapping.fields) {
        read_field(field);
        if (field.field == mapping.match) read_match(*field.field, field.source.value(row_));
    }
}

bool PreparedRow::is_empty() const {
    return std::all_of(row_.cells.begin(), row_.cells.end(), [](std::string_view cell) { return cell.empty(); });
}

void PreparedRow::read_match(const metadata::Field& field, const std::string& text) {
    match_text_ = text;
    if (field.name == "id" || text.empty()) return;
    Result<Value> stored = field.type->parse(text, field);
    match_key_ = stored && !stored->is_null() ? imports::match_key(field, Cell(*stored)) : text;
}

void PreparedRow::read_field(const FieldMapping& mapping) {
    std::string text = mapping.source.value(row_);
    if (mapping.field->name == "id") return;  // names the record; nothing is set
    if (text.empty() && mapping.when_empty == WhenEmpty::Keep) return;
    if (mapping.reference) {
        references_.push_back({&mapping, std::move(text)});
    } else if (text.empty()) {
        fields_.set(mapping.field->name, nullptr);
    } else if (Result<Json> value = read_cell(*mapping.field, text)) {
        fields_.set(mapping.field->name, *std::move(value));
    } else {
        refuse(value.error().message);
    }
}

void PreparedRow::refuse(const std::string& message) { problem_ = problem_ ? *problem_ + " " + message : message; }

}  // namespace rapport::imports
