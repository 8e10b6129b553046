#include "records/rules.h"

namespace rapport::records {

std::shared_ptr<const std::vector<Rule>> Rules::of(const metadata::CataloguePointer& catalogue, const metadata::Object& object) {
    {
        std::lock_guard lock(mutex_);
        if (catalogue_ != catalogue) {
            by_object_.clear();
            catalogue_ = catalogue;
        }
        if (auto found = by_object_.find(&object); found != by_object_.end()) return found->second;
    }
    auto rules = std::make_shared<std::vector<Rule>>();
    for (const auto& rule : object.validation_rules)
        if (rule.active) rules->push_back({&rule, query::Formula::parse(rule.formula, *catalogue, object)});
    std::lock_guard lock(mutex_);
    if (catalogue_ == catalogue) by_object_[&object] = rules;
    return rules;
}

}  // namespace rapport::records
