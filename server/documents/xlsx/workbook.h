#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/temporary_file.h"
#include "documents/xlsx/number_format.h"
#include "documents/zip/reader.h"

namespace rapport::documents::xlsx {

struct Sheet {
    std::string name;
    std::string path;  // in the archive
};

/// Texts that cells name by their number: on disk, since they may be as many as the cells.
class SharedTexts {
public:
    void add(std::string_view text);
    /// Throws Failure(Invalid, "malformed_workbook") when there is none of that number.
    std::string_view at(std::uint64_t number);

private:
    TemporaryFile texts_;
    std::string waiting_;               // to be written
    std::vector<std::uint64_t> ends_;
};

/// A workbook without its cells: which sheets it has, and what cells refer to.
class Workbook {
public:
    /// The archive outlives this. Throws Failure(Invalid, "not_a_workbook") when it is an archive of something else, "malformed_workbook",
    /// and what zip::Reader and xml::Reader throw.
    explicit Workbook(const zip::Reader& archive);

    const std::vector<Sheet>& sheets() const { return sheets_; }
    /// By its name in any case; the first for an empty one. Throws Failure(Invalid, "unknown_sheet").
    const Sheet& sheet(std::string_view name) const;
    Epoch epoch() const { return epoch_; }
    /// Of the cells with that style.
    NumberKind kind_of_style(std::uint64_t style) const { return style < kinds_.size() ? kinds_[style] : NumberKind::Number; }
    SharedTexts& texts() { return texts_; }

private:
    void read_workbook(const zip::Reader& archive, const std::string& path);

    std::vector<Sheet> sheets_;
    std::vector<NumberKind> kinds_;  // by style
    SharedTexts texts_;
    Epoch epoch_ = Epoch::Year1900;
};

/// What a part of a workbook may unpack to.
constexpr std::uint64_t most_part_bytes = std::uint64_t{2} << 30;

}  // namespace rapport::documents::xlsx
