#include "query/binder.h"

namespace rapport::query {

Bound bind(const Select& select, metadata::CataloguePointer catalogue, const Context& context, const FieldVisible& visible) {
    Binder binder(*catalogue, context, visible);
    auto tree = std::make_shared<Bound::Tree>(Bound::Tree{binder.bind(select), context});
    return Bound(std::move(catalogue), std::move(tree), binder.take_sources());
}

}  // namespace rapport::query
