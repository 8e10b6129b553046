#include "modules/sales/opportunity/currency_of_lines.h"

namespace rapport::sales {

void CurrencyOfLines::before_save(records::Change& change) const {
    if (change.kind != records::Operation::Kind::Update || !change.changes("currency_code")) return;
    if (change.session.value("SELECT 1 FROM opportunity_line WHERE opportunity_id = ?1 AND deleted_at IS NULL LIMIT 1", {change.id().number()}))
        change.refuse("currency_code", "has_lines", "The lines have prices in the currency that this opportunity has: remove them first.");
}

}  // namespace rapport::sales
