#pragma once

#include "records/hook.h"

namespace rapport::sales {

/// Fills in what a line leaves open: the currency of its opportunity, the product's name, and its price, from the
/// opportunity's price book, else the standard one, else the product's list price in that currency.
class CompleteLine final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// Keeps `total_price` at quantity times unit price, less the discount.
class LineTotal final : public records::Hook {
public:
    void before_save(records::Change& change) const override;
};

/// Keeps an opportunity's amount at the sum of its lines, as long as it has any.
class SumOfLines final : public records::Hook {
public:
    void after_save(records::Change& change, records::Service& service) const override;
};

}  // namespace rapport::sales
