#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/json_writer.h"
#include "metadata/catalogue.h"
#include "query/predicate.h"
#include "query/select.h"
#include "storage/database.h"

namespace rapport::security {
class Restriction;  // Lives a layer above; named here as the only maker of query::Restricted.
}

namespace rapport::query {

/// The moment of a question. Knows whether anybody looked at it: SQL that was made without looking is good at any time.
class Moment {
public:
    Moment() = default;
    Moment(DateTime at) : at_(at) {}
    DateTime look() const {
        was_looked_at_ = true;
        return at_;
    }
    bool was_looked_at() const { return was_looked_at_; }

private:
    DateTime at_;
    mutable bool was_looked_at_ = false;
};

/// What names such as TODAY and "me" mean for the one who asks.
struct Context {
    Moment now;
    TimeZone zone = TimeZone::utc();
    int fiscal_year_start_month = 1;
    RecordId user;
};

/// A question whose names and types are real. Knows every object it reads (sources) and every field it touches.
class Bound {
public:
    /// One object that the question reads: the main one, one for each path through a relation, one for each subquery.
    struct Source {
        const metadata::Object* object = nullptr;
        std::vector<const metadata::Field*> fields;  // read, filtered, sorted or grouped by; without duplicates
    };

    struct Tree;  // the bound tree, private to query/
    Bound(metadata::CataloguePointer catalogue, std::shared_ptr<const Tree> tree, std::vector<Source> sources)
        : catalogue_(std::move(catalogue)), tree_(std::move(tree)), sources_(std::move(sources)) {}

    const metadata::CataloguePointer& catalogue() const { return catalogue_; }
    const Tree& tree() const { return *tree_; }
    const std::vector<Source>& sources() const { return sources_; }
    const metadata::Object& object() const { return *sources_.front().object; }

private:
    metadata::CataloguePointer catalogue_;
    std::shared_ptr<const Tree> tree_;
    std::vector<Source> sources_;
};

/// Says which fields the asker may know of, and by its id which object; unknown and hidden fields give the same error.
using FieldVisible = std::function<bool(const metadata::Object&, const metadata::Field&)>;

/// Throws Failure(Invalid | NotFound) with code "unknown_object", "unknown_field", "wrong_type", …, naming line and column
/// where there are any, and the nearest name among those that `visible` allows.
/// FIELDS(ALL) and a list without fields take the visible ones.
Bound bind(const Select& select, metadata::CataloguePointer catalogue, const Context& context, const FieldVisible& visible);

/// A bound question with the asker's rights in it. Only security::restrict_to makes one, and SQL is compiled from
/// nothing else: a forgotten rights check does not compile.
class Restricted {
public:
    const Bound& bound() const { return bound_; }
    /// The rows of source `i` that may be seen.
    const Predicate& rows(std::size_t source) const { return rows_[source]; }
    enum class Trash { Exclude, Include, Only };
    Trash trash() const { return trash_; }

private:
    friend class security::Restriction;
    Restricted(Bound bound, std::vector<Predicate> rows, Trash trash) : bound_(std::move(bound)), rows_(std::move(rows)), trash_(trash) {}

    Bound bound_;
    std::vector<Predicate> rows_;
    Trash trash_;
};

/// SQL for one engine, its parameters, and how its rows become JSON.
class Statement {
public:
    const std::string& sql() const;
    const std::vector<Value>& parameters() const;
    /// False when it holds what TODAY or NOW() meant while it was compiled.
    bool is_timeless() const;
    /// The same about another record; of a question whose whole condition is `id = …`.
    Statement about(RecordId record) const;

    struct Plan;
    explicit Statement(std::shared_ptr<const Plan> plan, RecordId record = {}) : plan_(std::move(plan)), record_(record) {}
    const Plan& plan() const { return *plan_; }
    /// None: the one that it was compiled for.
    RecordId record() const { return record_; }

private:
    std::shared_ptr<const Plan> plan_;
    RecordId record_;
};

Statement compile(const Restricted& restricted, const storage::Dialect& dialect);

struct Page {
    std::int64_t count = 0;
    std::string next;  // cursor of the next page; empty when this was the last
};

/// Runs the statement and writes {"name": …, "account": {"name": …}}, … as items of the JSON array that `out` stands in.
/// At most `limit` rows; the cursor says where to go on.
Page write_records(storage::Session& session, const Statement& statement, std::int64_t limit, JsonWriter& out);

/// The same rows as values, for exports and for code: visit gets one row's cells, in the order of the fields asked for.
struct Column {
    std::string name;  // "account.name", or the alias
    const metadata::Field* field = nullptr;  // null for count()
};
const std::vector<Column>& columns(const Statement& statement);
void for_each_row(storage::Session& session, const Statement& statement, const std::function<void(const std::vector<Cell>&)>& visit);

}  // namespace rapport::query
