#include "documents/vcard/reader.h"

#include <algorithm>

#include "base/failure.h"
#include "base/text.h"
#include "documents/csv/encoding.h"

namespace rapport::documents::vcard {
namespace {

constexpr std::uint64_t most_file_bytes = std::uint64_t{512} << 20;
constexpr std::size_t most_card_bytes = std::size_t{16} << 20;
constexpr std::size_t most_properties = 10'000;
constexpr std::size_t sample_size = 64 << 10;

bool is_list(const std::vector<Property>& card) {
    return std::any_of(card.begin(), card.end(), [](const Property& one) { return one.name.ends_with("KIND") && text::lower(one.value) == "group"; });
}

}  // namespace

Reader::Reader(ByteSource source) {
    file_.append_all(source, most_file_bytes);
    find_columns();
    bytes_read_ = 0;
    lines_.emplace(open());
}

Lines Reader::open() {
    ByteSource source = [bytes = file_.open(), this](char* buffer, std::size_t capacity) {
        std::size_t count = bytes(buffer, capacity);
        bytes_read_ += count;
        return count;
    };
    csv::Encoding encoding = csv::detect_encoding(peek(source, sample_size));
    return Lines(csv::decoded(std::move(source), encoding));
}

bool Reader::next_card(Lines& lines, Card& card) {
    card = {};
    std::size_t depth = 0, size = 0;  // a card may stand within another one
    for (Lines::Line line; lines.next(line);) {
        auto property = read_property(line.text);
        if (!property) continue;
        const std::string value = text::lower(text::trim(property->value));
        if (property->name == "BEGIN" && value == "vcard") {
            if (depth++ == 0) card.line = line.number;
        } else if (property->name == "END" && value == "vcard" && depth > 0) {
            if (--depth > 0) continue;
            if (is_list(card.properties)) {
                card = {};
                size = 0;
                continue;
            }
            card.whole = true;
            return true;
        } else if (depth == 1 && has_column(property->name)) {
            size += line.text.size();
            if (line.cut || size > most_card_bytes || card.properties.size() == most_properties)
                throw Failure(FailureKind::TooLarge, "row_too_large", "The card in line " + std::to_string(card.line) + " has more text than a record takes.");
            card.properties.push_back(*std::move(property));
        }
    }
    return depth > 0;
}

void Reader::find_columns() {
    std::array<bool, column_count> filled{};
    Lines lines = open();
    for (Card card; next_card(lines, card);) {
        Cells cells = cells_of(card.properties);
        for (std::size_t i = 0; i < column_count; ++i) filled[i] = filled[i] || !cells[i].empty();
    }
    for (std::size_t i = 0; i < column_count; ++i) {
        if (!filled[i]) continue;
        columns_.push_back(i);
        header_.emplace_back(name_of(static_cast<Column>(i)));
    }
    if (header_.empty()) throw Failure(FailureKind::Invalid, "empty_file", "The file has no card with a name, an address or a number in it.");
}

bool Reader::next(Row& row) {
    row.cells.clear();
    row.problem.reset();
    Card card;
    do {
        if (!next_card(*lines_, card)) return false;
        cells_ = cells_of(card.properties);
    } while (std::all_of(cells_.begin(), cells_.end(), [](const std::string& cell) { return cell.empty(); }));
    row.line = card.line;
    for (std::size_t column : columns_) row.cells.emplace_back(cells_[column]);
    if (!card.whole) row.problem = Problem{"", "unclosed_card", "The card that begins in line " + std::to_string(card.line) + " has no END:VCARD: the file was cut off."};
    return true;
}

}  // namespace rapport::documents::vcard
