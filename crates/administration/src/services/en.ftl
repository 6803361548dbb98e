## Services and groups

admin-services = Services
admin-groups = Groups of agents
admin-column-name = Name
admin-column-slug = Short name
admin-column-reached = Telephone and e-mail
admin-column-service = Service
admin-column-state = State
admin-state-open = Open
admin-state-closed-on = Closed on { $day }
admin-service-new = Create a service
admin-service-edit = Change the service
admin-service-close = Close this service
admin-group-new = Create a group
admin-group-edit = Change the group
admin-group-close = Close this group
admin-slug-hint = The files of procedures name it. Lower-case letters without accents, figures and hyphens. Leave empty to make it from the name.
admin-error-slug = Write 2 to 63 lower-case letters without accents, figures or hyphens
admin-error-slug-taken = This short name is taken. Choose another one
admin-error-in-use = Nothing is closed: there are still { $uses }. Move or close them first
admin-use-agents = agents
admin-use-groups = open groups
admin-use-procedures = procedures on offer
admin-use-dossiers = files under way
admin-group-close-title = Close the group “{ $name }”
admin-group-close-led = A rule of these procedures, which are on offer, sends requests to it:
admin-group-close-then = Once the group is closed, these requests stay with the group of each procedure, and you are told of it. Change the rules first if they must go elsewhere.
