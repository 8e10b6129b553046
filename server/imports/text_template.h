#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/table/table.h"
#include "imports/columns.h"

namespace rapport::imports {

/// Text made of a row's cells: "Agents of {manager}", "{sales_agent|slug}@example.com", "{{" for a brace.
///
/// After a bar: lower, slug ("moses_frase"), first_word ("Moses"), other_words ("Frase"), digits; several in a row
/// work from left to right.
class TextTemplate {
public:
    /// Problems: "invalid_template", "unknown_column".
    static Result<TextTemplate> parse(std::string_view text, const Columns& columns);
    static TextTemplate column(std::size_t column);
    static TextTemplate constant(std::string text);

    /// Trimmed. Empty when all the cells that the template names are empty: there is no "Agents of " nobody.
    std::string fill(const documents::Row& row) const;
    /// Columns that the template names.
    std::vector<std::size_t> columns() const;

private:
    enum class Filter { Lower, Slug, FirstWord, OtherWords, Digits };
    struct Part {
        std::string text;  // in front of the cell
        int column = -1;   // -1: no cell
        std::vector<Filter> filters;
    };

    static Result<Part> read_placeholder(std::string_view text, const Columns& columns);
    static Result<Filter> read_filter(std::string_view name);
    static std::string apply(Filter filter, std::string_view text);

    std::vector<Part> parts_;
};

}  // namespace rapport::imports
