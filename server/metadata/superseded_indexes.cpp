#include "metadata/superseded_indexes.h"

#include <set>

#include "metadata/schema.h"

namespace rapport::metadata {

std::vector<std::string> superseded_indexes(storage::Session& session, const Catalogue& catalogue) {
    std::set<std::string, std::less<>> wanted, tables;
    for (const Object& object : catalogue.objects()) {
        tables.insert(object.name);
        for (auto& index : wanted_indexes(object, session.dialect())) wanted.insert(std::move(index.name));
    }
    const bool is_sqlite = session.dialect().name() == "sqlite";
    auto rows = session.query(is_sqlite ? "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'" : "SELECT indexname, tablename FROM pg_indexes WHERE schemaname = current_schema()");
    std::vector<std::string> out;
    while (rows->next()) {
        const std::string_view name = rows->text(0), table = rows->text(1);
        const bool ours = name.starts_with("index_" + std::string(table)) && tables.contains(table);
        if (ours && !wanted.contains(name)) out.emplace_back(name);
    }
    return out;
}

}  // namespace rapport::metadata
