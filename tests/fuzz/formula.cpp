#include <array>
#include <map>

#include "company.h"
#include "input.h"
#include "query/formula_sql.h"

namespace {

using namespace rapport;

metadata::CataloguePointer things() {
    return metadata::Catalogue::build(
        std::array{Json::parse(R"({"name": "user", "number": 1, "owned": false, "fields": [{"name": "name", "type": "text"}]})"),
                   Json::parse(R"({"name": "thing", "number": 2, "owned": false, "fields": [
        {"name": "name", "type": "text"}, {"name": "n", "type": "decimal", "scale": 2}, {"name": "p", "type": "percent"}, {"name": "m", "type": "integer"},
        {"name": "s", "type": "text"}, {"name": "d", "type": "date"}, {"name": "w", "type": "datetime"}, {"name": "c", "type": "checkbox"},
        {"name": "k", "type": "picklist", "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"name": "g", "type": "multi_picklist", "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"name": "parent", "type": "lookup", "to": "thing"}]})")},
        1);
}

/// The SQL of a path through `parent`, as often as it is taken.
std::string column(const query::FieldPath& path) {
    std::string table = "thing";
    std::string from;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        std::string next = "t" + std::to_string(i);
        from += (i == 0 ? " FROM thing " + next : " JOIN thing " + next + " ON") ;
        from += i == 0 ? "" : " " + next + ".id = " + table + ".parent_id";
        table = next;
    }
    std::string value = metadata::quoted(table) + "." + metadata::quoted(path.back()->name);
    return path.size() == 1 ? value : "(SELECT " + value + from + " WHERE t0.id = thing.parent_id)";
}

}  // namespace

/// Formulas: computed in memory and by the engine, over the same records, to the same value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::Company company(things());
    fuzz::meet([&] {
        const metadata::Object& thing = company.catalogue()->object("thing");
        query::Formula formula = query::Formula::parse(fuzz::text_of(data, size), *company.catalogue(), thing);
        for (const query::FieldPath& path : formula.paths())
            for (const metadata::Field* field : path)
                if (thing.find_field(field->name) != field) return;  // of user: there are none
        std::vector<std::string> columns;
        std::string list;
        for (const query::FieldPath& path : formula.paths()) {
            columns.push_back(column(path));
            list += ", " + columns.back();
        }
        std::string sql = "SELECT " + query::FormulaSql(company.database().dialect(), company.context(), columns).stored(formula.root()) + list + " FROM thing";
        company.database().read([&](storage::Session& session) {
            for (auto cursor = session.query(sql); cursor->next();) {
                Value there = cursor->cell(0).value();
                Value here = formula.evaluate(company.context(), [&](const query::FieldPath& path) {
                    auto place = std::find(formula.paths().begin(), formula.paths().end(), path) - formula.paths().begin();
                    return cursor->cell(static_cast<int>(place) + 1).value();
                });
                if (formula.shape() == metadata::Shape::Boolean) here = here.integer_or(0);
                if (here != there) fuzz::finding("memory and engine differ");
            }
        });
    });
    return 0;
}
