#include "imports/text_template.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace rapport::imports {
namespace {

std::size_t end_of_first_word(std::string_view text) {
    std::size_t end = text.find_first_of(" \t");
    return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

Result<TextTemplate> TextTemplate::parse(std::string_view text, const Columns& columns) {
    TextTemplate answer;
    Part part;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        bool doubled = (c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c;
        if (doubled) {
            part.text += c;
            ++i;
        } else if (c == '{') {
            std::size_t end = text.find('}', i);
            if (end == std::string_view::npos)
                return problem("invalid_template", "The template \"" + std::string(text) + "\" opens a brace and does not close it.");
            Result<Part> placeholder = read_placeholder(text.substr(i + 1, end - i - 1), columns);
            if (!placeholder) return tl::unexpected(placeholder.error());
            placeholder->text = std::move(part.text);
            answer.parts_.push_back(*std::move(placeholder));
            part = {};
            i = end;
        } else if (c == '}') {
            return problem("invalid_template", "The template \"" + std::string(text) + "\" closes a brace that is not open; write }} for a brace.");
        } else {
            part.text += c;
        }
    }
    if (!part.text.empty()) answer.parts_.push_back(std::move(part));
    return answer;
}

Result<TextTemplate::Part> TextTemplate::read_placeholder(std::string_view text, const Columns& columns) {
    Part part;
    std::size_t bar = text.find('|');
    Result<std::size_t> column = columns.require(text::trim(text.substr(0, bar)));
    if (!column) return tl::unexpected(column.error());
    part.column = static_cast<int>(*column);
    while (bar != std::string_view::npos) {
        text.remove_prefix(bar + 1);
        bar = text.find('|');
        Result<Filter> filter = read_filter(text::trim(text.substr(0, bar)));
        if (!filter) return tl::unexpected(filter.error());
        part.filters.push_back(*filter);
    }
    return part;
}

Result<TextTemplate::Filter> TextTemplate::read_filter(std::string_view name) {
    using Named = std::pair<std::string_view, Filter>;
    static constexpr std::array filters{Named{"lower", Filter::Lower}, Named{"slug", Filter::Slug}, Named{"first_word", Filter::FirstWord},
                                        Named{"other_words", Filter::OtherWords}, Named{"digits", Filter::Digits}};
    for (const auto& [known, filter] : filters)
        if (name == known) return filter;
    return problem("invalid_template", "A template knows lower, slug, first_word, other_words and digits, not \"" + std::string(name) + "\".");
}

TextTemplate TextTemplate::column(std::size_t column) {
    TextTemplate answer;
    answer.parts_.push_back({"", static_cast<int>(column), {}});
    return answer;
}

TextTemplate TextTemplate::constant(std::string text) {
    TextTemplate answer;
    answer.parts_.push_back({std::move(text), -1, {}});
    return answer;
}

std::string TextTemplate::fill(const documents::Row& row) const {
    std::string out;
    bool names_cells = false, found_any = false;
    for (const Part& part : parts_) {
        out += part.text;
        if (part.column < 0) continue;
        names_cells = true;
        std::string_view cell = text::trim(row.cell(static_cast<std::size_t>(part.column)));
        if (cell.empty()) continue;
        found_any = true;
        if (part.filters.empty()) {
            out += cell;
            continue;
        }
        std::string filtered(cell);
        for (Filter filter : part.filters) filtered = apply(filter, filtered);
        out += filtered;
    }
    if (names_cells && !found_any) return {};
    return std::string(text::trim(out));
}

std::string TextTemplate::apply(Filter filter, std::string_view text) {
    switch (filter) {
        case Filter::Lower: return text::lower(text);
        case Filter::Slug: return text::slug(text);
        case Filter::FirstWord: return std::string(text.substr(0, end_of_first_word(text)));
        case Filter::OtherWords: return std::string(text::trim(text.substr(end_of_first_word(text))));
        case Filter::Digits: break;
    }
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

std::vector<std::size_t> TextTemplate::columns() const {
    std::vector<std::size_t> answer;
    for (const Part& part : parts_)
        if (part.column >= 0) answer.push_back(static_cast<std::size_t>(part.column));
    return answer;
}

}  // namespace rapport::imports
