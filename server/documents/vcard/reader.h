#pragma once

#include <optional>

#include "documents/table/table.h"
#include "documents/temporary_file.h"
#include "documents/vcard/card.h"
#include "documents/vcard/lines.h"

namespace rapport::documents::vcard {

/// Reads a file of cards (vCard 4.0, 3.0 and 2.1), each as one row; its columns are those that any card has something in.
class Reader final : public Table {
public:
    /// Throws Failure(Invalid, "empty_file") when no card has anything in it, Failure(TooLarge, "row_too_large") naming the line.
    explicit Reader(ByteSource source);

    std::string_view format() const override { return "vcard"; }
    const std::vector<std::string>& header() const override { return header_; }
    const std::vector<Problem>& notes() const override { return notes_; }
    bool next(Row& row) override;
    std::uint64_t bytes_read() const override { return bytes_read_; }

private:
    struct Card {
        std::size_t line = 0;
        bool whole = false;
        std::vector<Property> properties;
    };

    Lines open();
    /// The next card that is of a person or an organization, not a list of others.
    bool next_card(Lines& lines, Card& card);
    void find_columns();

    TemporaryFile file_;
    std::uint64_t bytes_read_ = 0;
    std::optional<Lines> lines_;
    std::vector<std::size_t> columns_;
    Cells cells_;
    std::vector<std::string> header_;
    std::vector<Problem> notes_;
};

}  // namespace rapport::documents::vcard
