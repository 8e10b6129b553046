#pragma once

#include <string>
#include <vector>

#include "base/json_writer.h"
#include "imports/importer.h"

namespace rapport::imports {

/// What a file looks like before it is imported: enough to say which column is what.
struct Preview {
    struct Column {
        std::string name;
        std::vector<std::string> samples;  // its first different values, up to 50
        std::string field;                 // field or relation that it is probably meant for; empty for none
    };
    std::string format;  // as documents::Table has it
    std::vector<std::string> sheets;
    std::string sheet;
    std::vector<Column> columns;
    std::vector<Problem> notes;
};

/// Reads the first rows of a file and proposes a field for each column, as an import without a mapping would take it.
/// Throws what open_table() throws, Failure(NotFound, "unknown_object"), and Failure(Forbidden, "import_forbidden").
Preview preview(const security::Actor& actor, const metadata::Catalogue& catalogue, const Request& request);

void write_preview(JsonWriter& out, const Preview& preview);

}  // namespace rapport::imports
