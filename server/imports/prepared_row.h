#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/table/table.h"
#include "imports/mapping.h"

namespace rapport::imports {

/// A row of the file, kept beyond the reader's next step, and what could be made of it without the database.
class PreparedRow {
public:
    PreparedRow(const documents::Row& row, const Mapping& mapping);

    const documents::Row& row() const { return row_; }
    std::size_t line() const { return row_.line; }
    std::vector<std::string> cells() const { return {row_.cells.begin(), row_.cells.end()}; }
    bool is_empty() const;

    /// What makes the row useless before anything is looked up.
    const std::optional<std::string>& problem() const { return problem_; }
    /// Fields that are no references, as the API sends them.
    const Json& fields() const { return fields_; }
    struct Reference {
        const FieldMapping* mapping;
        std::string text;  // empty: the field is to be emptied
    };
    const std::vector<Reference>& references() const { return references_; }
    /// The text in the field by which rows are matched; empty when the row has none.
    const std::string& match_text() const { return match_text_; }
    /// What rows about the same record have in common; empty when rows are not matched by a field of their own.
    const std::string& match_key() const { return match_key_; }

private:
    void read_field(const FieldMapping& mapping);
    void read_match(const metadata::Field& field, const std::string& text);
    void refuse(const std::string& message);

    std::unique_ptr<char[]> text_;  // of the cells
    documents::Row row_;       // views into text_
    std::optional<std::string> problem_;
    Json fields_;
    std::vector<Reference> references_;
    std::string match_text_;
    std::string match_key_;
};

}  // namespace rapport::imports
