#include "demo/company.h"

namespace rapport::demo {
namespace {

constexpr std::string_view call_subjects[] = {"First call", "Questions about the offer", "Follow-up", "Call back", "Delivery date", "Budget round"};
constexpr std::string_view outcomes[] = {"connected", "connected", "connected", "left_message", "no_answer", "busy"};
constexpr std::string_view call_notes[] = {"Wants to see the numbers of the pilot before deciding.", "Asks for a visit at the plant next month.", "Budget is approved, purchasing takes over.",
                                           "The old sensors fail once a month; downtime costs them dearly.", "Will talk to IT about the gateway.", "Happy with the pilot. Two more lines are planned."};
constexpr std::string_view event_subjects[] = {"Demonstration of Observatory", "Plant visit", "Kick-off", "Negotiation", "Review of the pilot", "Lunch"};
constexpr std::string_view event_types[] = {"demonstration", "visit", "meeting", "meeting", "video_call", "other"};
constexpr std::string_view task_subjects[] = {"Send the offer", "Call back", "Prepare the demonstration", "Check the contract", "Ask for a reference", "Send the data sheet", "Book the hotel"};
constexpr std::string_view task_types[] = {"quote", "call", "to_do", "follow_up", "email"};
constexpr std::string_view notes[] = {"<p>Decision is made by the plant manager, purchasing only signs.</p>", "<p>They compare us with one competitor. <strong>Service is our strong side.</strong></p>",
                                      "<p>Works in three shifts: call before 15:00.</p>", "<p>Site has no Wi-Fi in hall 3, so the cellular gateway is needed.</p>",
                                      "<p>Wants one invoice a quarter.</p>", "<p>New plant opens next year; ask again in spring.</p>"};

/// What every activity on a deal has.
Json on(const Deal& deal) {
    return Json::Members{{"related_to_id", deal.id.text()}, {"contact_id", deal.contact.id.text()}, {"owner_id", deal.owner.text()}};
}

struct Planned {
    std::vector<Json> tasks, events, calls, notes;
};

Date day_within(Random& random, Date from, Date to) { return from.plus_days(random.between(0, std::max<std::int64_t>(to.days() - from.days(), 0))); }

void plan_call(Company& company, const Deal& deal, Date day, Planned& planned) {
    Random& random = company.random();
    std::string moment = company.moment(day);
    std::string_view outcome = random.pick(outcomes);
    Json call = on(deal);
    call.set("subject", random.pick(call_subjects));
    call.set("direction", random.chance(75) ? "outbound" : "inbound");
    call.set("outcome", outcome);
    call.set("started_at", moment);
    call.set("created_at", moment);
    if (outcome == "connected") {
        call.set("duration", random.between(60, 1800));
        call.set("description", random.pick(call_notes));
    }
    planned.calls.push_back(std::move(call));
}

void plan_event(Company& company, const Deal& deal, Date day, Planned& planned) {
    Random& random = company.random();
    DateTime start = value_or_throw(DateTime::parse(company.moment(day)));
    bool over = day < company.today();
    Json event = on(deal);
    event.set("subject", random.pick(event_subjects));
    event.set("type", random.pick(event_types));
    event.set("status", !over ? "planned" : random.chance(90) ? "held" : "cancelled");
    event.set("starts_at", start.text());
    event.set("ends_at", DateTime(start.microseconds() + random.between(2, 8) * 15 * 60 * DateTime::second).text());
    event.set("created_at", company.moment(company.until_yesterday(day.plus_days(-random.between(2, 14)))));
    if (random.chance(50)) event.set("location", random.pick(deal.account->culture->cities).name);
    planned.events.push_back(std::move(event));
}

void plan_task(Company& company, const Deal& deal, Date due, Planned& planned) {
    Random& random = company.random();
    bool done = due < company.today().plus_days(-12) || (due < company.today() && random.chance(80));
    Json task = on(deal);
    task.set("subject", random.pick(task_subjects));
    task.set("type", random.pick(task_types));
    task.set("priority", random.chance(20) ? "high" : random.chance(20) ? "low" : "normal");
    task.set("due_date", due.text());
    task.set("status", done ? "completed" : random.chance(25) ? "in_progress" : "not_started");
    if (done) task.set("completed_at", company.moment(due));
    task.set("created_at", company.moment(company.until_yesterday(due.plus_days(-random.between(1, 10)))));
    planned.tasks.push_back(std::move(task));
}

void plan_note(Company& company, const Deal& deal, Date day, Planned& planned) {
    Json note = on(deal);
    note.set("body", company.random().pick(notes));
    note.set("created_at", company.moment(day));
    planned.notes.push_back(std::move(note));
}

void plan_past(Company& company, const Deal& deal, Planned& planned) {
    Random& random = company.random();
    Date last = company.until_yesterday(deal.closes);
    for (std::int64_t i = random.between(2, 5); i > 0; --i) plan_call(company, deal, day_within(random, deal.engaged, last), planned);
    for (std::int64_t i = random.between(0, 3); i > 0; --i) plan_event(company, deal, day_within(random, deal.engaged, last.plus_days(-1)), planned);
    for (std::int64_t i = random.between(2, 5); i > 0; --i) plan_task(company, deal, day_within(random, deal.engaged, last.plus_days(-1)), planned);
    for (std::int64_t i = random.between(1, 3); i > 0; --i) plan_note(company, deal, day_within(random, deal.engaged, last), planned);
}

void plan_future(Company& company, const Deal& deal, Planned& planned) {
    Random& random = company.random();
    // One deal in six has no next step: the board shows it.
    if (random.chance(83)) plan_task(company, deal, company.today().plus_days(random.between(0, 21)), planned);
    if (random.chance(40)) plan_event(company, deal, company.today().plus_days(random.between(0, 28)), planned);
}

}  // namespace

void make_activities(Company& company) {
    Planned planned;
    for (const Deal& deal : company.deals) {
        plan_past(company, deal, planned);
        if (deal.outcome == "open") plan_future(company, deal, planned);
    }
    company.create("call", std::move(planned.calls));
    company.create("event", std::move(planned.events));
    company.create("task", std::move(planned.tasks));
    company.create("note", std::move(planned.notes));
}

}  // namespace rapport::demo
