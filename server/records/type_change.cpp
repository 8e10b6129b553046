#include "records/type_change.h"

#include <chrono>

#include "records/history.h"
#include "records/type_change_plan.h"

namespace rapport::records {
namespace {

constexpr std::size_t most_lost = 50;
constexpr std::size_t most_converted = 5;
constexpr std::chrono::seconds patience{8};  // of who waits for it
constexpr std::size_t most_shown = 300;        // bytes of a value

Json shown(const metadata::Field& field, const Value& value) {
    Json out = history_value(field, value);
    if (!out.is_string() || out.string().size() <= most_shown) return out;
    std::size_t end = most_shown;
    while ((out.string()[end] & 0xc0) == 0x80) --end;
    return Json(out.string().substr(0, end) + "…");
}

}  // namespace

TypeChangeReport preview(Service& service, const TypeChange& change) {
    TypeChangePlan plan(service, change);
    const std::size_t declared = plan.conversion().options().size();
    TypeChangeReport report;
    std::vector<TypeChangeReport::Example> lost, converted;
    std::int64_t without = 0;  // of people's records; those in the trash may be without it
    service.database().read([&](storage::Session& session) {
        report = {};
        lost.clear();
        converted.clear();
        without = 0;
        report.problems = plan.problems(session);
        report.uses = plan.uses(session);
        const auto until = std::chrono::steady_clock::now() + patience;
        try {
            plan.each(session, plan.is_filled() + " ORDER BY id", {}, [&](const TypeChangePlan::Converted& one) {
                ++report.values;
                ++(one.is_lost() ? report.lost : report.converted);
                without += one.is_live && one.is.is_null() && !one.was.is_null() ? 1 : 0;
                auto& examples = one.is_lost() ? lost : converted;
                if (one.is_live && examples.size() < (one.is_lost() ? most_lost : most_converted))
                    examples.push_back({one.record, shown(plan.from(), one.was), shown(plan.to(), one.is), one.problem});
                report.complete = std::chrono::steady_clock::now() < until;
                return report.complete;
            });
        } catch (const Failure& failure) {
            if (failure.code() != "too_many_options") throw;
            report.problems.push_back({"type", failure.code(), failure.what()});
        }
    });
    report.type = plan.to().type->name();
    for (std::size_t i = declared; i < plan.conversion().options().size(); ++i) report.new_options.push_back(plan.conversion().options()[i].value);
    if (plan.from().required && without > 0)
        report.problems.push_back({change.object + "." + change.field, "required", plan.from().label + " is required, and " + std::to_string(without) + " records would be without it: change these values first, or let it be empty."});
    report.examples = std::move(lost);
    report.examples.insert(report.examples.end(), converted.begin(), converted.end());
    return report;
}

}  // namespace rapport::records
