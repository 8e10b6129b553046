#pragma once

#include "query/select.h"
#include "query/soql_reader.h"

namespace rapport::query {

// The parts of the grammar, each in its own file. Every function starts where the reader stands and leaves it after what it read.

/// account.owner.name, in any case.
Path read_path(SoqlReader& reader);
/// A path, or a function of one: SUM(amount), COUNT(). Without alias.
Term read_term(SoqlReader& reader);
/// Conditions joined by AND, OR and NOT. `depth` counts what it is nested in.
Condition read_condition(SoqlReader& reader, int depth);
/// SELECT … up to the closing parenthesis or the end. `depth` counts what it is nested in.
Select read_select(SoqlReader& reader, int depth);

/// A level takes three of the 100 places in SQLite's parser.
constexpr int max_soql_depth = 25;

}  // namespace rapport::query
