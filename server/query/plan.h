#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/query.h"

namespace rapport::query {

/// One move of writing a row as JSON. The moves of a row are worked out once, so that writing is a walk over them.
struct WriteStep {
    enum class Kind { Value, Integer, Date, BeginObject, EndObject, When };
    Kind kind = Kind::Value;
    std::string key;                         // quoted; empty for EndObject and When
    int column = -1;                         // BeginObject, When: null there means that there is no such record; -1: it is always there
    const metadata::Field* field = nullptr;  // Value
    std::size_t end = 0;                     // BeginObject: its EndObject; When: the last of its members
};

/// What a row's cells are.
struct RowPlan {
    std::vector<WriteStep> steps;
    std::vector<Column> columns;     // as asked for
    std::vector<int> column_places;  // where each of them stands in the row
};

/// SQL with its parameters; some of them are known only when it runs.
struct PreparedSql {
    std::string sql;
    std::vector<Value> parameters;
    std::size_t limit = 0;  // which parameter (from 0) says how many rows are wanted
    std::optional<std::size_t> record = {};  // which parameter is the id of the one record that is asked about
};

/// The children of a whole page of records: its rows begin with the parent's id, and stand in that order.
struct ChildPlan {
    std::string key;  // quoted
    PreparedSql statement;
    std::size_t ids = 0;  // which parameter (from 0) is the JSON array of the parents' ids
    std::int64_t limit = 0;
    RowPlan row;
};

struct Statement::Plan {
    /// Run one after the other until the page is full. There are two when a page may end among records with a value
    /// and the next begin among those without: one condition for both could not use an index.
    std::vector<PreparedSql> parts;
    RowPlan row;
    int id_column = -1;             // -1 for groups
    std::vector<int> order_columns; // whose values say where a page ended; empty for groups and for a single record
    std::vector<ChildPlan> children;
    bool grouped = false;
    bool single = false;
    bool timeless = true;
    std::optional<std::int64_t> limit;  // of the question itself
    std::int64_t groups_before = 0;     // on the pages before
    std::uint64_t fingerprint = 0;
    metadata::CataloguePointer catalogue;  // keeps the fields alive that the steps name
};

}  // namespace rapport::query
