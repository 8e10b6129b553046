#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "imports/text_template.h"
#include "metadata/catalogue.h"

namespace rapport::imports {

/// Where a value comes from: cells and text, translated, with something in its place when there is none.
struct Source {
    TextTemplate text = TextTemplate::constant({});
    std::unordered_map<std::string, std::string> values;  // translations, by folded text
    std::string fallback;

    std::string value(const documents::Row& row) const;
};

struct FieldMapping;

/// How a reference is found: the record of `target` whose `match` has the text of the cell.
struct ReferenceRule {
    const metadata::Object* target = nullptr;
    /// Null: an id, an e-mail address, the name or an external id, whichever the text turns out to be.
    const metadata::Field* match = nullptr;
    Json filter;                     // JSON filter that the record meets as well; null for none
    bool create_missing = false;
    std::string otherwise;           // text of the record that takes the place of one that is not there; empty: the row fails
    std::vector<FieldMapping> with;  // further fields of a record that is created
};

enum class WhenEmpty { Keep, Clear };

/// One field and where its value comes from.
struct FieldMapping {
    const metadata::Field* field = nullptr;
    Source source;
    WhenEmpty when_empty = WhenEmpty::Keep;
    std::optional<ReferenceRule> reference;  // for a field that refers to a record
};

enum class Mode {
    Create,  // every row is a new record
    Update,  // every row changes a record that is there
    Upsert,  // one or the other
};

/// What becomes of rows that look like a record that is there.
enum class Duplicates {
    Report,  // they come in, and are looked for right afterwards
    Create,  // they come in
    Skip,    // they do not, and stand among the rows that failed
};

/// How the rows of a file become records of an object.
struct Mapping {
    metadata::CataloguePointer catalogue;
    const metadata::Object* object = nullptr;
    Mode mode = Mode::Create;
    const metadata::Field* match = nullptr;  // names the record that a row is about; may be `id`; null with Mode::Create
    Duplicates duplicates = Duplicates::Report;
    std::vector<FieldMapping> fields;
    std::vector<std::string> unmatched_columns;
};

}  // namespace rapport::imports
