//! Every `example.html`, one template and one render each.

use askama::Template;
use parvis_web::Visit;

use crate::sample::Sample;

macro_rules! examples {
    ($($kind:ident => $name:literal),* $(,)?) => {
        $(
            #[derive(Template)]
            #[template(path = $name)]
            struct $kind<'a> {
                visit: &'a Visit,
                sample: &'a Sample,
            }
        )*

        /// The path and the HTML of each example.
        ///
        /// # Errors
        /// Those of a template.
        pub fn all(visit: &Visit, sample: &Sample) -> askama::Result<Vec<(&'static str, String)>> {
            Ok(vec![$(($name, {
                let example = $kind { visit, sample };
                let _ = (example.visit, example.sample);
                example.render()?
            })),*])
        }
    };
}

examples! {
    BackLink => "components/back_link/example.html",
    Breadcrumbs => "components/breadcrumbs/example.html",
    Button => "components/button/example.html",
    Cards => "components/cards/example.html",
    Checkboxes => "components/checkboxes/example.html",
    Contact => "components/contact/example.html",
    Csrf => "components/csrf/example.html",
    DateInput => "components/date_input/example.html",
    Details => "components/details/example.html",
    ErrorSummary => "components/error_summary/example.html",
    Field => "components/field/example.html",
    Fieldset => "components/fieldset/example.html",
    FileUpload => "components/file_upload/example.html",
    Filter => "components/filter/example.html",
    Input => "components/input/example.html",
    InsetText => "components/inset_text/example.html",
    Messages => "components/messages/example.html",
    NotificationBanner => "components/notification_banner/example.html",
    Pagination => "components/pagination/example.html",
    Panel => "components/panel/example.html",
    Print => "components/print/example.html",
    Radios => "components/radios/example.html",
    ReadingsExample => "components/readings/example.html",
    Search => "components/search/example.html",
    Select => "components/select/example.html",
    SortLink => "components/sort_link/example.html",
    Steps => "components/steps/example.html",
    SummaryList => "components/summary_list/example.html",
    Table => "components/table/example.html",
    TagExample => "components/tag/example.html",
    TaskList => "components/task_list/example.html",
    Textarea => "components/textarea/example.html",
    Timeline => "components/timeline/example.html",
    WarningText => "components/warning_text/example.html",
}
