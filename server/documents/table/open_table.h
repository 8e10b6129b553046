#pragma once

#include <memory>
#include <string>

#include "documents/byte_source.h"
#include "documents/csv/reader.h"
#include "documents/table/table.h"

namespace rapport::documents {

/// What the caller knows about a file; what is left out is found out.
struct TableOptions {
    csv::ReadOptions csv = {};
    std::string sheet;  // of a spreadsheet; empty for its first
};

/// Opens a file of rows: a workbook (XLSX), cards (vCard) or CSV. What it is tells its content, whatever its name says.
///
/// Throws what the reader of its format throws, and Failure(Invalid, "unreadable_workbook") for workbooks of before 2007 and
/// for encrypted ones; Failure(Invalid, "unknown_sheet").
std::unique_ptr<Table> open_table(ByteSource source, const TableOptions& options = {});

}  // namespace rapport::documents
