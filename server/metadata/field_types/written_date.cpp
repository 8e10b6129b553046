#include "metadata/field_types/written_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "metadata/field_types/problems.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view month_names[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view weekday_names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The place (from 1) of the name that `word` is, or begins with at least three letters; 0 when there is none.
int place_of(std::string_view word, std::span<const std::string_view> names) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word.size() >= 3 && names[i].starts_with(word)) return static_cast<int>(i) + 1;
    return 0;
}

struct Part {
    int number = 0;
    std::size_t digits = 0;
};

/// The numbers of a written date, its month when that is a word, and the signs between.
struct Parts {
    std::vector<Part> numbers;
    int month = 0;
    bool points = true;  // all signs between numbers are points
};

std::optional<Parts> split(std::string_view text) {
    Parts out;
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t begin = i;
        if (is_digit(text[i])) {
            while (i < text.size() && is_digit(text[i])) ++i;
            Part part{0, i - begin};
            if (part.digits > 8) return {};
            std::from_chars(text.data() + begin, text.data() + i, part.number);
            out.numbers.push_back(part);
        } else if (is_letter(text[i])) {
            while (i < text.size() && is_letter(text[i])) ++i;
            std::string word = text::lower(text.substr(begin, i - begin));
            bool ordinal = begin > 0 && is_digit(text[begin - 1]) && (word == "st" || word == "nd" || word == "rd" || word == "th");
            if (ordinal || place_of(word, weekday_names)) continue;
            if (out.month) return {};
            out.month = word == "sept" ? 9 : place_of(word, month_names);
            if (!out.month) return {};
        } else {
            if (std::string_view(" .,/-").find(text[i]) == std::string_view::npos) return {};
            if (text[i] != '.') out.points = false;
            ++i;
        }
    }
    return out;
}

}  // namespace

Result<Date> parse_written_date(std::string_view written) {
    auto invalid = [&](std::string_view advice) -> Result<Date> {
        return problem("invalid_date", fmt::format("{} is not a date: {}.", quoted(written), advice));
    };
    constexpr std::string_view advice = "write it as 2026-11-21";
    auto make = [&](int year, int month, int day) -> Result<Date> {
        auto date = Date::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
        if (!date) return invalid("there is no such day");
        return date;
    };

    auto parts = split(text::trim(written));
    if (!parts) return invalid(advice);
    const auto& numbers = parts->numbers;
    if (numbers.size() == 1 && !parts->month && numbers[0].digits == 8) {
        int compact = numbers[0].number;  // 20261121
        return make(compact / 10'000, compact / 100 % 100, compact % 100);
    }
    if (numbers.size() != (parts->month ? 2u : 3u)) return invalid(advice);
    bool year_first = numbers.front().digits == 4;
    bool year_last = numbers.back().digits == 4;
    if (year_first == year_last) return invalid("write its year with four digits");
    for (const Part& part : numbers)
        if (part.digits != 4 && part.digits > 2) return invalid(advice);

    if (parts->month) return make(numbers[year_first ? 0 : 1].number, parts->month, numbers[year_first ? 1 : 0].number);
    if (numbers[1].digits == 4) return invalid(advice);
    if (year_first) return make(numbers[0].number, numbers[1].number, numbers[2].number);
    int first = numbers[0].number;
    int second = numbers[1].number;
    int year = numbers[2].number;
    if (parts->points || first > 12 || first == second) return make(year, second, first);
    if (second > 12) return make(year, first, second);
    return problem("ambiguous_date", fmt::format("{} can mean {:04}-{:02}-{:02} or {:04}-{:02}-{:02}: write it one of these ways.",
                                                 quoted(written), year, first, second, year, second, first));
}

Result<std::int64_t> parse_written_time(std::string_view written) {
    auto invalid = [&] { return problem("invalid_time", quoted(written) + " is not a time of day: write it as 09:30."); };
    std::string text = text::lower(text::trim(written));
    std::string_view rest = text;
    enum class Half { None, Morning, Afternoon } half = Half::None;
    for (auto [ending, meaning] :
         {std::pair{"am", Half::Morning}, {"a.m.", Half::Morning}, {"pm", Half::Afternoon}, {"p.m.", Half::Afternoon}}) {
        if (!rest.ends_with(ending)) continue;
        half = meaning;
        rest = text::trim(rest.substr(0, rest.size() - std::string_view(ending).size()));
        break;
    }
    std::size_t colon = rest.find(':');
    std::string_view hour_digits = rest.substr(0, colon);
    int hour = 0;
    bool is_hour = !hour_digits.empty() && hour_digits.size() <= 2 && std::all_of(hour_digits.begin(), hour_digits.end(), is_digit);
    if (!is_hour || (colon == std::string_view::npos && half == Half::None)) return invalid();
    std::from_chars(hour_digits.data(), hour_digits.data() + hour_digits.size(), hour);
    if (half != Half::None) {
        if (hour < 1 || hour > 12) return invalid();
        hour = hour % 12 + (half == Half::Afternoon ? 12 : 0);
    }
    auto time = parse_time_of_day(fmt::format("{:02}{}", hour, colon == std::string_view::npos ? ":00" : rest.substr(colon)));
    if (!time) return invalid();
    return time;
}

Result<DateTime> parse_written_datetime(std::string_view written) {
    auto invalid = [&]() -> Result<DateTime> {
        return problem("invalid_datetime", quoted(written) + " is not a moment: write it as 2026-11-21T09:30:00Z.");
    };
    if (auto exact = DateTime::parse(written)) return exact;

    std::size_t colon = written.find(':');
    if (colon == std::string_view::npos)
        return parse_written_date(written).map([](Date date) { return DateTime(date.days() * DateTime::day); });
    std::size_t time_begin = colon;
    while (time_begin > 0 && is_digit(written[time_begin - 1])) --time_begin;
    std::string_view day = written.substr(0, time_begin);
    if (day.ends_with('T')) day.remove_suffix(1);
    auto date = parse_written_date(day);
    if (!date) return date.error().code == "ambiguous_date" ? Result<DateTime>(tl::unexpected(date.error())) : invalid();

    std::string_view time = written.substr(time_begin);
    std::string zone = "Z";
    if (std::size_t sign = time.find_first_of("+-"); sign != std::string_view::npos) {
        zone = time.substr(sign);
        if (zone.size() == 3) zone += ":00";
        time = time.substr(0, sign);
    }
    for (std::string_view name : {"Z", "UTC", "GMT"})
        if (time.ends_with(name)) time.remove_suffix(name.size());
    auto of_day = parse_written_time(time);
    if (!of_day) return invalid();
    std::string exact = date->text() + "T";
    append_time_of_day(exact, *of_day);
    auto moment = DateTime::parse(exact + zone);
    return moment ? moment : invalid();
}

}  // namespace rapport::metadata::types
