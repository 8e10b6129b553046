#include "jobs/cron.h"

#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "base/text.h"

namespace rapport::jobs {
namespace {

struct Field {
    std::string_view name;
    int least, most;
    std::vector<std::string_view> words;  // for the numbers from `least` on
};

const std::array<Field, 5> fields{Field{"minute", 0, 59, {}}, Field{"hour", 0, 23, {}}, Field{"day of the month", 1, 31, {}},
                                  Field{"month", 1, 12, {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
                                  Field{"day of the week", 0, 7, {"sun", "mon", "tue", "wed", "thu", "fri", "sat"}}};

std::optional<int> read_number(const Field& field, std::string_view text) {
    for (std::size_t i = 0; i < field.words.size(); ++i)
        if (text::lower(text) == field.words[i]) return field.least + static_cast<int>(i);
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= field.least && number <= field.most ? std::optional(number) : std::nullopt;
}

/// "1", "1-5", "*/15", "8-18/2".
bool add_part(const Field& field, std::string_view part, std::set<int>& out) {
    auto slash = part.find('/');
    std::string_view range = part.substr(0, slash);
    auto step = slash == std::string_view::npos ? std::optional(1) : read_number({"", 1, field.most, {}}, part.substr(slash + 1));
    auto dash = range.find('-');
    auto first = range == "*" ? std::optional(field.least) : read_number(field, range.substr(0, dash));
    auto last = range == "*" ? std::optional(field.most) : dash == std::string_view::npos ? (slash == std::string_view::npos ? first : std::optional(field.most)) : read_number(field, range.substr(dash + 1));
    if (!step || !first || !last || *first > *last) return false;
    for (int number = *first; number <= *last; number += *step) out.insert(number);
    return true;
}

std::string list_of(const std::set<int>& numbers) {
    std::string out;
    for (int number : numbers) out += (out.empty() ? "" : ",") + std::to_string(number);
    return out;
}

std::string days_of(const std::set<int>& numbers) {
    constexpr std::array days{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    std::set<std::string> names;
    for (int number : numbers) names.insert(days[static_cast<std::size_t>(number % 7)]);
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
    return out;
}

}  // namespace

Result<std::vector<std::string>> rules_of_cron(std::string_view cron) {
    std::vector<std::string_view> parts;
    for (std::string_view part : text::split(cron, ' '))
        if (!part.empty()) parts.push_back(part);
    auto refuse = [&](const std::string& why) { return tl::unexpected(Problem{"", "invalid_schedule", text::quoted(cron) + " is no schedule: " + why}); };
    if (parts.size() != fields.size()) return refuse("cron has five fields: minute, hour, day of the month, month, day of the week.");
    std::array<std::set<int>, fields.size()> numbers;
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::string_view part : text::split(parts[i], ','))
            if (!add_part(fields[i], part, numbers[i])) return refuse(text::quoted(part) + " is no " + std::string(fields[i].name) + ".");

    std::string common = "FREQ=DAILY;BYHOUR=" + list_of(numbers[1]) + ";BYMINUTE=" + list_of(numbers[0]) + ";BYSECOND=0";
    if (parts[3] != "*") common += ";BYMONTH=" + list_of(numbers[3]);
    bool by_day = parts[2] != "*", by_weekday = parts[4] != "*";
    std::vector<std::string> rules;
    if (by_day) rules.push_back(common + ";BYMONTHDAY=" + list_of(numbers[2]));
    if (by_weekday) rules.push_back(common + ";BYDAY=" + days_of(numbers[4]));
    if (rules.empty()) rules.push_back(common);
    return rules;
}

}  // namespace rapport::jobs
