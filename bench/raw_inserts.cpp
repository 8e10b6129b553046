#include <chrono>

#include "bench/baseline.h"

namespace rapport::bench {
namespace {

constexpr std::int64_t rows_in_a_transaction = 1'000;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (auto place = text.find(what); place != std::string::npos; place = text.find(what, place + by.size())) text.replace(place, what.size(), by);
    return text;
}

/// The definitions of the table and its indexes under another name.
std::string definitions(storage::Session& session) {
    if (session.dialect().name() != "sqlite") return "DROP TABLE IF EXISTS raw_contact; CREATE TABLE raw_contact (LIKE contact INCLUDING ALL)";
    std::string out = "DROP TABLE IF EXISTS raw_contact;";
    auto rows = session.query("SELECT sql FROM sqlite_master WHERE tbl_name = 'contact' AND sql IS NOT NULL ORDER BY type DESC");
    while (rows->next()) out += replaced(replaced(std::string(rows->text(0)), "_contact_", "_raw_contact_"), "\"contact\"", "\"raw_contact\"") + ";";
    return out;
}

struct Rows {
    std::string columns;
    std::vector<std::vector<Value>> values;
};

Rows read(storage::Session& session, std::int64_t count) {
    Rows out;
    auto names = session.dialect().name() == "sqlite" ? session.query("SELECT name FROM pragma_table_info('contact')")
                                                      : session.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'contact' AND table_schema = current_schema() ORDER BY ordinal_position");
    int width = 0;
    for (; names->next(); ++width) out.columns += (width ? ", \"" : "\"") + std::string(names->text(0)) + "\"";
    names.reset();
    auto rows = session.query("SELECT " + out.columns + " FROM contact ORDER BY id LIMIT ?1", {count});
    while (rows->next()) {
        std::vector<Value>& row = out.values.emplace_back();
        for (int i = 0; i < width; ++i) row.push_back(rows->value(i));
    }
    return out;
}

}  // namespace

double insert_raw(storage::Database& database, std::int64_t rows) {
    Rows contacts = database.read([&](storage::Session& session) { return read(session, rows); }, {std::chrono::minutes(5)});
    database.write([](storage::Session& session) { session.execute_script(definitions(session)); });
    auto begun = std::chrono::steady_clock::now();
    for (std::size_t done = 0; done < contacts.values.size(); done += rows_in_a_transaction) {
        auto first = contacts.values.begin() + static_cast<std::ptrdiff_t>(done);
        auto last = contacts.values.begin() + static_cast<std::ptrdiff_t>(std::min(contacts.values.size(), done + rows_in_a_transaction));
        std::vector<std::vector<Value>> chunk(first, last);
        database.write([&](storage::Session& session) { session.insert_rows("raw_contact", contacts.columns, chunk); });
    }
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
    database.write([](storage::Session& session) { session.execute_script("DROP TABLE raw_contact"); });
    return static_cast<double>(contacts.values.size()) / seconds.count();
}

}  // namespace rapport::bench
