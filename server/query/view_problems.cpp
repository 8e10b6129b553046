#include "query/view_problems.h"

#include <algorithm>

#include "metadata/declared_fields.h"
#include "metadata/layout_problems.h"
#include "query/section_conditions.h"

namespace rapport::query {
namespace {

class ViewCheck {
public:
    ViewCheck(metadata::CataloguePointer catalogue, FieldVisible visible, std::vector<Problem>& problems)
        : catalogue_(std::move(catalogue)), visible_(std::move(visible)), problems_(problems) {
        context_.now = DateTime::now();
    }

    void check(const metadata::Object& object) {
        if (object.list_views.is_array())
            for (const Json& view : object.list_views.array()) check_view(object.name + ".list_views." + view.string_or("name", "") + ".", object, view);
        if (object.layouts.is_object())
            for (const auto& [name, layout] : object.layouts.members()) check_sections(object.name + ".layouts." + name + ".sections.", object, layout["sections"]);
        for (const metadata::Field& field : object.fields)
            if (field.roll_up) check_filter(object.name + "." + field.name + ".summary.filter", field.roll_up->child, field.roll_up->filter);
    }

    void check_view(const std::string& where, const metadata::Object& object, const Json& view) {
        if (view["columns"].is_array()) check_columns(where + "columns.", object.name, view["columns"].array());
        check_filter(where + "filter", object.name, view["filter"]);
        if (view["sort"].is_string()) check(where + "sort", object.name, [&](Select& select) { select.order_by = parse_sort(view["sort"].string()); });
        if (view["group_by"].is_string()) check(where + "group_by", object.name, [&](Select& select) { select.fields.push_back({"", parse_path(view["group_by"].string()), "", {}}); });
    }

private:
    void check_columns(const std::string& where, const std::string& object, const Json::Array& columns) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].is_string()) check(where + std::to_string(i), object, [&](Select& select) { select.fields.push_back({"", parse_path(columns[i].string()), "", {}}); });
    }

    void check_sections(const std::string& where, const metadata::Object& object, const Json& sections) {
        std::size_t place = 0;
        for (const Json& section : metadata::items_of(sections)) {
            const std::string condition = where + std::to_string(place++) + ".condition";
            const std::size_t before = problems_.size();
            check_filter(condition, object.name, section["condition"]);
            if (problems_.size() == before) find_condition_problems(object, condition, section["condition"], problems_);
        }
    }

    void check_filter(const std::string& where, const std::string& object, const Json& filter) {
        if (!filter.is_null()) check(where, object, [&](Select& select) { select.where = parse_filter(filter); });
    }

    template <class Ask>
    void check(const std::string& where, const std::string& object, Ask ask) {
        Select select;
        select.object = object;
        try {
            ask(select);
            if (select.fields.empty()) select.fields.push_back({"", parse_path("id"), "", {}});
            query::bind(select, catalogue_, context_, visible_);
        } catch (const Failure& failure) {
            problems_.push_back({where, failure.code(), failure.what()});
        }
    }

    metadata::CataloguePointer catalogue_;
    FieldVisible visible_;
    std::vector<Problem>& problems_;
    Context context_;
};

}  // namespace

std::vector<Problem> view_problems(const metadata::Catalogue& catalogue) {
    std::vector<Problem> problems;
    const metadata::CataloguePointer borrowed(metadata::CataloguePointer(), &catalogue);  // lives as long as the caller's
    ViewCheck check(borrowed, [](const auto&, const auto&) { return true; }, problems);
    for (const metadata::Object& object : catalogue.objects()) check.check(object);
    return problems;
}

std::vector<Problem> list_view_problems(const metadata::CataloguePointer& catalogue, const metadata::Object& object, const Json& view, const FieldVisible& visible) {
    std::vector<Problem> problems;
    ViewCheck(catalogue, visible, problems).check_view("", object, view);
    if (problems.empty()) metadata::find_list_view_problems(object, view, problems);
    return problems;
}

}  // namespace rapport::query
