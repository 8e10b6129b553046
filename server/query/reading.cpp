#include "query/reading.h"

#include <fmt/format.h>

#include <map>
#include <regex>

#include "metadata/running_totals.h"
#include "metadata/schema.h"
#include "query/plan.h"
#include "storage/plan.h"

namespace rapport::query {
namespace {

using Way = storage::PlanStep::Way;

/// The tables of a statement by what it calls them: "FROM "contact" t0" is {"t0": "contact"}.
std::map<std::string, std::string> tables_of(const std::string& sql) {
    static const std::regex naming(R"re((?:FROM|JOIN) "?([a-z_0-9]+)"?(?: (?:AS )?(?!WHERE|JOIN|LEFT|ON|ORDER|GROUP|INDEXED)"?([a-z_0-9]+)"?)?)re");
    std::map<std::string, std::string> out;
    for (std::sregex_iterator at(sql.begin(), sql.end(), naming), end; at != end; ++at) out.emplace((*at)[2].matched ? (*at)[2] : (*at)[1], (*at)[1]);
    return out;
}

/// 1234567 is "1,234,567".
std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (int place = static_cast<int>(digits.size()) - 3; place > 0; place -= 3) digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

std::string about(const std::optional<std::int64_t>& rows) { return rows ? fmt::format("about {}", grouped(*rows)) : "some"; }

class Reader {
public:
    Reader(storage::Session& session, const metadata::Catalogue& catalogue) : session_(session), catalogue_(catalogue) {}

    std::vector<ReadingStep> read(const PreparedSql& sql) {
        tables_ = tables_of(sql.sql);
        std::vector<ReadingStep> steps;
        for (const auto& step : storage::plan(session_, sql.sql, sql.parameters))
            if (auto said = in_words(step)) steps.push_back(std::move(*said));
        return steps;
    }

private:
    std::optional<ReadingStep> in_words(const storage::PlanStep& step) {
        if (step.way == Way::Sort)
            return ReadingStep{"sort", nullptr, "", std::nullopt, "Sorts all that was found before the first of it is answered, because no index has this order."};
        auto table = tables_.find(step.table);
        if (table == tables_.end()) return std::nullopt;  // what the statement itself has put together
        if (const metadata::Object* counted = metadata::totals::object_of(catalogue_, table->second))
            return ReadingStep{"totals", counted, step.index, std::nullopt, fmt::format("Takes counts and sums of {} that are kept while records change.", counted->plural_label)};
        const metadata::Object* object = catalogue_.find(table->second);
        if (!object) return std::nullopt;
        const std::string& label = object->plural_label;
        switch (step.way) {
            case Way::Record: return ReadingStep{"record", object, "", step.rows, fmt::format("Reads {} by their id.", label)};
            case Way::Index:
                return ReadingStep{"index", object, step.index, step.rows, fmt::format("Looks up {} of the {} in the index of {}.", about(step.rows), label, fields_of(*object, step.index))};
            case Way::Walk:
                return ReadingStep{"walk", object, step.index, count(*object),
                                   fmt::format("Walks along the index of {} through {} {} at most, until the page is full.", fields_of(*object, step.index), grouped(count(*object)), label)};
            default:
                return ReadingStep{"all", object, "", count(*object),
                                   fmt::format("Reads all {} {}, because no index leads to what is asked for. A list view that filters by \"=\" or sorts by a field gets an index for it.",
                                               grouped(count(*object)), label)};
        }
    }

    std::int64_t count(const metadata::Object& object) {
        auto [found, is_new] = counts_.try_emplace(&object, 0);
        if (is_new) found->second = session_.value("SELECT count(*) FROM " + metadata::quoted(object.name))->integer();
        return found->second;
    }

    /// "Stage, Close date"; the name of an index that is not of the catalogue's making.
    std::string fields_of(const metadata::Object& object, const std::string& index) {
        for (const auto& wanted : metadata::wanted_indexes(object, session_.dialect())) {
            if (wanted.name != index) continue;
            std::string out;
            for (const std::string& name : wanted.fields) {
                const metadata::Field* field = object.find_field(name.starts_with('-') ? name.substr(1) : name);
                if (field) out += (out.empty() ? "" : ", ") + field->label;
            }
            return out;
        }
        return index;
    }

    storage::Session& session_;
    const metadata::Catalogue& catalogue_;
    std::map<std::string, std::string> tables_;
    std::map<const metadata::Object*, std::int64_t> counts_;
};

}  // namespace

std::vector<ReadingStep> reading_of(storage::Session& session, const Statement& statement) {
    Reader reader(session, *statement.plan().catalogue);
    std::vector<ReadingStep> steps;
    auto add = [&](const PreparedSql& sql) {
        for (ReadingStep& step : reader.read(sql)) steps.push_back(std::move(step));
    };
    for (const PreparedSql& part : statement.plan().parts) add(part);
    for (const ChildPlan& child : statement.plan().children) add(child.statement);
    return steps;
}

}  // namespace rapport::query
