#include "modules/sales/opportunity_line/complete_line.h"

#include <optional>

#include "base/decimal.h"

namespace rapport::sales {
namespace {

struct Deal {
    Value currency;
    Value price_book;
};

std::optional<Deal> deal_of(records::Change& change) {
    auto rows = change.session.query("SELECT currency_code, price_book_id FROM opportunity WHERE id = ?1", {change.after["opportunity_id"]});
    if (!rows->next()) return std::nullopt;
    return Deal{rows->value(0), rows->value(1)};
}

/// In units of the scale of `unit_price`.
Value price_of(records::Change& change, const Deal& deal, const Value& product) {
    auto in_book = change.session.value(
        "SELECT e.unit_price FROM price_book_entry e JOIN price_book b ON b.id = e.price_book_id"
        " WHERE e.product_id = ?1 AND e.currency_code = ?2 AND e.active = 1 AND e.deleted_at IS NULL AND b.deleted_at IS NULL"
        " AND (b.id = ?3 OR (b.is_standard = 1 AND b.active = 1)) ORDER BY CASE WHEN b.id = ?3 THEN 0 ELSE 1 END LIMIT 1",
        {product, deal.currency, deal.price_book.integer_or(0)});
    if (in_book) return *in_book;
    auto listed = change.session.value("SELECT list_price FROM product WHERE id = ?1 AND currency_code = ?2", {product, deal.currency});
    if (!listed || listed->is_null()) return {};
    int from = change.catalogue.object("product").field("list_price").scale;
    return decimal::rescale(listed->integer(), from, change.object.field("unit_price").scale);
}

}  // namespace

void CompleteLine::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    auto deal = deal_of(change);
    if (!deal) return;  // the pipeline refuses what is not there
    change.after["currency_code"] = deal->currency;
    const Value& product = change.after["product_id"];
    if (product.is_null()) return;
    bool other_product = change.before && change.changes("product_id");
    Value& name = change.after["name"];
    if (name.is_null() || (other_product && !change.is_given("name")))
        name = change.session.value("SELECT name FROM product WHERE id = ?1", {product}).value_or(Value());
    Value& price = change.after["unit_price"];
    if (price.is_null() || (other_product && !change.is_given("unit_price"))) price = price_of(change, *deal, product);
}

}  // namespace rapport::sales
