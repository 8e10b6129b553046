#include "documents/csv/dialect.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rapport::documents::csv {
namespace {

constexpr std::size_t rows_to_judge = 100;
constexpr std::size_t most_rows_before_header = 20;

/// Number of cells of each row; 0 for a blank line.
std::vector<std::size_t> widths(std::string_view text, bool whole, char delimiter) {
    std::vector<std::size_t> answer;
    Scanner scanner(bytes_of(std::string(text)), delimiter, {.cell_bytes = text.size(), .row_bytes = text.size(), .cells = text.size() + 1});
    Scanner::Row row;
    while (answer.size() <= rows_to_judge && scanner.next(row)) answer.push_back(row.blank() ? 0 : row.cells.size());
    bool cut = !whole && answer.size() <= rows_to_judge;
    if (cut && answer.size() > 1) answer.pop_back();
    return answer;
}

/// A title above the table is taken for one only when a blank line parts them and the table has more than one column.
std::size_t rows_before_header(const std::vector<std::size_t>& widths) {
    std::size_t first = 0;
    while (first < widths.size() && widths[first] == 0) ++first;
    if (first == widths.size() || widths[first] > 1) return first;
    for (std::size_t i = first + 1; i < std::min(widths.size(), most_rows_before_header); ++i)
        if (widths[i] > 1) return widths[i - 1] == 0 ? i : first;
    return first;
}

struct Judgement {
    double agreeing = 0;  // share of rows as wide as the header
    std::size_t width = 0;
    std::size_t header = 0;
};

Judgement judge(const std::vector<std::size_t>& widths) {
    Judgement answer;
    answer.header = rows_before_header(widths);
    if (answer.header >= widths.size()) return answer;
    answer.width = widths[answer.header];
    if (answer.width < 2) return answer;
    std::size_t rows = 0, agreeing = 0;
    for (std::size_t i = answer.header; i < widths.size(); ++i) {
        rows += widths[i] > 0;
        agreeing += widths[i] == answer.width;
    }
    answer.agreeing = static_cast<double>(agreeing) / static_cast<double>(rows);
    return answer;
}

}  // namespace

std::optional<char> named_delimiter(std::string_view text) {
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    if (line.size() != 5) return std::nullopt;
    std::string name(line.substr(0, 4));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name == "sep=" ? std::optional(line[4]) : std::nullopt;
}

Dialect detect_dialect(std::string_view text, bool whole, char fixed) {
    Dialect answer;
    if (std::optional<char> named = named_delimiter(text)) {
        answer.names_delimiter = true;
        if (!fixed) fixed = *named;
        std::size_t end = text.find_first_of("\r\n");
        text.remove_prefix(end == std::string_view::npos ? text.size() : end);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    }
    const std::string_view candidates = fixed ? std::string_view(&fixed, 1) : std::string_view(",;\t|");
    Judgement best;
    answer.delimiter = candidates.front();
    for (char candidate : candidates) {
        Judgement one = judge(widths(text, whole, candidate));
        bool better = one.agreeing > best.agreeing || (one.agreeing == best.agreeing && one.width > best.width);
        if (!better) continue;
        best = one;
        answer.delimiter = candidate;
    }
    answer.rows_before_header = best.header;
    return answer;
}

}  // namespace rapport::documents::csv
