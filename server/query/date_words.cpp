#include "query/date_words.h"

#include <array>
#include <charconv>
#include <string>

namespace rapport::query {
namespace {

enum class Unit { Day, Week, Month, Quarter, Year, FiscalQuarter, FiscalYear };

/// A run of whole units: `first` is its distance from the unit that holds today, `count` how many there are.
struct Run {
    Unit unit;
    std::int64_t first;
    std::int64_t count;
};

struct Form {
    std::string_view prefix, suffix;
    bool plural;  // the unit's name ends in S
    bool numbered;
    Run (*run)(Unit, std::int64_t);
};

// Days count today in LAST_N_DAYS; larger units leave the current one out on both sides.
constexpr std::array forms{
    Form{"LAST_N_", "", true, true,
         [](Unit unit, std::int64_t n) { return Run{unit, -n, unit == Unit::Day ? n + 1 : n}; }},
    Form{"NEXT_N_", "", true, true, [](Unit unit, std::int64_t n) { return Run{unit, 1, n}; }},
    Form{"N_", "_AGO", true, true, [](Unit unit, std::int64_t n) { return Run{unit, -n, 1}; }},
    Form{"THIS_", "", false, false, [](Unit unit, std::int64_t) { return Run{unit, 0, 1}; }},
    Form{"LAST_", "", false, false, [](Unit unit, std::int64_t) { return Run{unit, -1, 1}; }},
    Form{"NEXT_", "", false, false, [](Unit unit, std::int64_t) { return Run{unit, 1, 1}; }},
};

struct NamedUnit {
    std::string_view name;
    Unit unit;
};
constexpr std::array units{
    NamedUnit{"DAY", Unit::Day},
    NamedUnit{"WEEK", Unit::Week},
    NamedUnit{"MONTH", Unit::Month},
    NamedUnit{"QUARTER", Unit::Quarter},
    NamedUnit{"YEAR", Unit::Year},
    NamedUnit{"FISCAL_QUARTER", Unit::FiscalQuarter},
    NamedUnit{"FISCAL_YEAR", Unit::FiscalYear},
};

struct NamedRun {
    std::string_view name;
    Run run;
};
constexpr std::array named_runs{
    NamedRun{"TODAY", {Unit::Day, 0, 1}},
    NamedRun{"YESTERDAY", {Unit::Day, -1, 1}},
    NamedRun{"TOMORROW", {Unit::Day, 1, 1}},
    NamedRun{"LAST_90_DAYS", {Unit::Day, -90, 91}},
    NamedRun{"NEXT_90_DAYS", {Unit::Day, 1, 90}},
};

std::string upper(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

struct Match {
    const Form* form;
    Unit unit;
};

/// `name` is upper case, without number.
std::optional<Match> match(std::string_view name) {
    for (const Form& form : forms) {
        if (!name.starts_with(form.prefix) || !name.ends_with(form.suffix)) continue;
        if (name.size() <= form.prefix.size() + form.suffix.size()) continue;
        std::string_view middle = name.substr(form.prefix.size(), name.size() - form.prefix.size() - form.suffix.size());
        if (form.plural && !middle.ends_with('S')) continue;
        if (form.plural) middle.remove_suffix(1);
        for (const NamedUnit& unit : units) {
            bool is_day_word = unit.unit == Unit::Day && !form.numbered;  // TODAY, not THIS_DAY
            if (unit.name == middle && !is_day_word) return Match{&form, unit.unit};
        }
    }
    return std::nullopt;
}

std::optional<Run> run_of(std::string_view word) {
    std::string text = upper(word);
    for (const NamedRun& named : named_runs)
        if (named.name == text) return named.run;
    std::string_view name = text;
    std::int64_t number = 0;
    std::size_t colon = name.find(':');
    if (colon != std::string_view::npos) {
        std::string_view digits = name.substr(colon + 1);
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc{} || end != digits.data() + digits.size() || number < 0 || number > 1'000'000) return std::nullopt;
        name = name.substr(0, colon);
    }
    auto found = match(name);
    if (!found || found->form->numbered != (colon != std::string_view::npos)) return std::nullopt;
    return found->form->run(found->unit, number);
}

int months_in(Unit unit) {
    if (unit == Unit::Month) return 1;
    return unit == Unit::Quarter || unit == Unit::FiscalQuarter ? 3 : 12;
}

/// The first month of the unit that holds today, counted from year 0.
std::int64_t month_begin(Unit unit, Date today, int fiscal_year_start_month) {
    std::int64_t month = std::int64_t{today.year()} * 12 + today.month() - 1;
    bool fiscal = unit == Unit::FiscalQuarter || unit == Unit::FiscalYear;
    std::int64_t shift = fiscal ? fiscal_year_start_month - 1 : 0;
    return month - (month - shift) % months_in(unit);
}

std::optional<Date> first_of_month(std::int64_t month) {
    if (month < 12 || month >= 10'000 * 12) return std::nullopt;
    return Date::of(static_cast<int>(month / 12), static_cast<int>(month % 12) + 1, 1);
}

}  // namespace

bool is_date_word(std::string_view word) { return run_of(word).has_value(); }

bool takes_number(std::string_view word) {
    auto found = match(upper(word));
    return found && found->form->numbered;
}

std::optional<DayRange> days_of(std::string_view word, Date today, int fiscal_year_start_month) {
    auto run = run_of(word);
    if (!run) return std::nullopt;
    if (run->unit == Unit::Day || run->unit == Unit::Week) {
        std::int64_t size = run->unit == Unit::Day ? 1 : 7;
        Date here = run->unit == Unit::Day ? today : today.plus_days(1 - today.weekday());
        DayRange range{here.plus_days(run->first * size), here.plus_days((run->first + run->count) * size)};
        bool known = range.begin >= Date::of(1, 1, 1) && range.end <= Date::of(9999, 12, 31);
        return known ? std::optional(range) : std::nullopt;
    }
    std::int64_t here = month_begin(run->unit, today, fiscal_year_start_month);
    auto begin = first_of_month(here + run->first * months_in(run->unit));
    auto end = first_of_month(here + (run->first + run->count) * months_in(run->unit));
    if (!begin || !end) return std::nullopt;
    return DayRange{*begin, *end};
}

}  // namespace rapport::query
