#pragma once

#include <limits>
#include <memory>

#include "metadata/schema.h"
#include "modules/declarations.h"
#include "query/testing/restriction.h"
#include "storage/testing/engines.h"

namespace rapport::fuzz {

/// A database with the tables of a catalogue and, in each, a record of nothing but nulls and some whose every column holds one value.
class Company {
public:
    explicit Company(metadata::CataloguePointer catalogue = metadata::Catalogue::build(modules::declarations(), 1)) : catalogue_(std::move(catalogue)) {
        context_.now = *DateTime::parse("2026-11-21T23:30:00Z");
        context_.zone = *TimeZone::find("Europe/Berlin");
        database().write([&](storage::Session& session) {
            metadata::bring_tables_up(session, *catalogue_);
            for (const metadata::Object& object : catalogue_->objects()) fill(session, object);
        });
    }

    storage::Database& database() { return fresh_->database(); }
    const metadata::CataloguePointer& catalogue() const { return catalogue_; }
    const query::Context& context() const { return context_; }

    query::Statement compiled(const query::Select& select) {
        query::Bound bound = query::bind(select, catalogue_, context_, [](const metadata::Object&, const metadata::Field&) { return true; });
        return query::compile(security::Restriction::restrict(std::move(bound), {}, query::Restricted::Trash::Exclude), database().dialect());
    }

    /// Asks as the API does; the answer has to be JSON.
    void ask(const query::Select& select) {
        query::Statement statement = compiled(select);
        std::string answer;
        JsonWriter out(answer);
        out.begin_array();
        database().read([&](storage::Session& session) { return query::write_records(session, statement, 100, out).next; });
        out.end_array();
        Json::parse(answer);
    }

private:
    static void fill(storage::Session& session, const metadata::Object& object) {
        for (std::int64_t number : {std::int64_t{0}, std::int64_t{1}, std::numeric_limits<std::int64_t>::max(), object.number << 48 | 1}) {
            for (const char* text : {"", "a", ";a;b;", "%_\\'\"\xc3\xa9"}) insert(session, object, number, text);
        }
        insert(session, object, {}, {});
    }

    static void insert(storage::Session& session, const metadata::Object& object, Value number, const Value& text) {
        std::string columns;
        std::string places;
        std::vector<Value> values;
        for (const metadata::Field& field : object.fields) {
            if (!field.has_column() || field.name == "id") continue;
            auto type = field.value_type().column();
            columns += (columns.empty() ? "" : ", ") + metadata::quoted(field.name);
            values.push_back(type == storage::ColumnType::Integer ? sensible(number, field.value_type().shape())
                             : type == storage::ColumnType::Real  ? (number.is_null() ? Value() : Value(0.5))
                                                                  : text);
            places += (places.empty() ? "?" : ", ?") + std::to_string(values.size());
        }
        // What is required or unique may refuse one of them.
        try {
            session.savepoint([&] { session.execute("INSERT INTO " + metadata::quoted(object.name) + " (" + columns + ") VALUES (" + places + ")", values); });
        } catch (const Failure&) {
        }
    }

    /// Numbers may be as large as they can be; no field takes such a day.
    static Value sensible(const Value& number, metadata::Shape shape) {
        if (number.is_null() || shape == metadata::Shape::Number || shape == metadata::Shape::Reference) return number;
        constexpr std::int64_t most_days = 65'535;
        constexpr std::int64_t most_microseconds = (std::int64_t{1} << 52) - 1;
        if (shape == metadata::Shape::DateTime || shape == metadata::Shape::Time) return number.integer() & most_microseconds;
        return number.integer() & (shape == metadata::Shape::Date ? most_days : 1);
    }

    std::unique_ptr<storage::testing::FreshDatabase> fresh_ = storage::testing::fresh_database(storage::testing::Engine::Sqlite);
    metadata::CataloguePointer catalogue_;
    query::Context context_;
};

}  // namespace rapport::fuzz
