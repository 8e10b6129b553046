#include "demo/company.h"

#include <algorithm>

#include "metadata/schema.h"

namespace rapport::demo {
namespace {

constexpr std::size_t batch_size = 400;

}  // namespace

std::vector<RecordId> Company::create(const std::string& object, std::vector<Json> records) {
    std::vector<RecordId> ids;
    ids.reserve(records.size());
    for (std::size_t begin = 0; begin < records.size(); begin += batch_size) {
        std::vector<records::Operation> operations;
        for (std::size_t i = begin; i < std::min(records.size(), begin + batch_size); ++i) {
            records::Operation operation;
            operation.object = object;
            operation.fields = std::move(records[i]);
            operations.push_back(std::move(operation));
        }
        for (const records::Outcome& outcome : service_.apply({system_, records::Source::System}, operations)) ids.push_back(outcome.id);
    }
    return ids;
}

void Company::update(const std::string& object, std::vector<Update> updates) {
    std::vector<records::Operation> operations;
    for (Update& update : updates) {
        records::Operation operation;
        operation.kind = records::Operation::Kind::Update;
        operation.object = object;
        operation.id = update.id;
        operation.fields = std::move(update.fields);
        operations.push_back(std::move(operation));
    }
    service_.apply({system_, records::Source::System}, operations);
}

std::vector<RecordId> Company::existing(const std::string& object) {
    return service_.database().read([&](storage::Session& session) {
        std::vector<RecordId> ids;
        auto rows = session.query("SELECT id FROM " + metadata::quoted(object) + " WHERE deleted_at IS NULL ORDER BY id");
        while (rows->next()) ids.emplace_back(rows->integer(0));
        return ids;
    });
}

std::vector<Pipeline> Company::load_pipelines() {
    return service_.database().read([](storage::Session& session) {
        std::vector<Pipeline> found;
        auto rows = session.query(
            "SELECT p.id, p.name, s.id, s.type FROM pipeline p JOIN stage s ON s.pipeline_id = p.id"
            " WHERE p.deleted_at IS NULL AND s.deleted_at IS NULL ORDER BY p.sequence, p.id, s.sequence");
        while (rows->next()) {
            RecordId id(rows->integer(0));
            if (found.empty() || found.back().id != id) found.push_back({id, std::string(rows->text(1)), {}});
            found.back().stages.push_back({RecordId(rows->integer(2)), std::string(rows->text(3))});
        }
        return found;
    });
}

std::string Company::moment(Date day) {
    constexpr std::int64_t minute = 60 * DateTime::second;
    std::int64_t quarter_hours = random_.between(8 * 4, 17 * 4);
    return DateTime(day.days() * DateTime::day + quarter_hours * 15 * minute).text();
}

std::string with_digits(Random& random, std::string_view pattern) {
    std::string out(pattern);
    for (char& character : out)
        if (character == '#') character = static_cast<char>('0' + random.between(0, 9));
    return out;
}

std::string replaced(std::string pattern, std::string_view key, std::string_view value) {
    std::string wanted = "{" + std::string(key) + "}";
    if (auto place = pattern.find(wanted); place != std::string::npos) pattern.replace(place, wanted.size(), value);
    return pattern;
}

}  // namespace rapport::demo
