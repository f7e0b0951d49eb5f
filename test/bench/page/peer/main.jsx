// The same list in react-admin: as many rows and columns, a search, a filter, polling and a page of steps.
import simple from 'ra-data-simple-rest'
import {
  Admin,
  ArrayField,
  Datagrid,
  DateField,
  fetchUtils,
  List,
  Resource,
  SelectInput,
  Show,
  SimpleShowLayout,
  TextField,
  TextInput,
} from 'react-admin'
import { createRoot } from 'react-dom/client'

const data = simple('/api', fetchUtils.fetchJson, 'X-Total-Count')
const choices = ['Running', 'Failed', 'Succeeded'].map((id) => ({ id, name: id }))
const filters = [
  <TextInput alwaysOn key="q" source="q" />,
  <SelectInput alwaysOn choices={choices} key="status" source="status" />,
]
const polling = { refetchInterval: 5000 }

const Offers = () => (
  <List filters={filters} perPage={50} queryOptions={polling}>
    <Datagrid rowClick="show">
      <TextField source="name" />
      <TextField source="type" />
      <TextField source="publisher" />
      <TextField source="status" />
      <TextField source="step" />
      <DateField showTime source="updatedAt" />
    </Datagrid>
  </List>
)

const Offer = () => (
  <Show queryOptions={polling}>
    <SimpleShowLayout>
      <TextField source="name" />
      <TextField source="status" />
      <ArrayField source="steps">
        <Datagrid bulkActionButtons={false}>
          <TextField source="stepName" />
          <TextField source="status" />
          <TextField source="progressPercentage" />
        </Datagrid>
      </ArrayField>
    </SimpleShowLayout>
  </Show>
)

createRoot(document.getElementById('root')).render(
  <Admin dataProvider={data} disableTelemetry>
    <Resource list={Offers} name="offers" show={Offer} />
  </Admin>,
)
