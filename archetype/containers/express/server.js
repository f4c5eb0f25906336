// The walk-through's service, as its document describes it: three endpoints on Express, peers asked one after the other by
// axios, errors as text with status 500, and SIGINT as the only signal that it knows. Names and port are the template's.
'use strict';

const axios = require('axios');
const express = require('express');

const { PORT = '8080', SERVICE_NAME, SERVICE_A_URL, SERVICE_B_URL } = process.env;

const app = express();

app.get('/', (request, response) => {
  response.send('HELLO WORLD!!');
});

app.get('/message', (request, response) => {
  response.json({ message: `THIS IS ${SERVICE_NAME}!!` });
});

app.get('/request', async (request, response) => {
  const a = await axios.get(`${SERVICE_A_URL}/message`);
  const b = await axios.get(`${SERVICE_B_URL}/message`);
  response.json({ serviceA: a.data.message, serviceB: b.data.message });
});

app.use((error, request, response, next) => {
  response.status(500).send(error.toString());
});

app.listen(Number(PORT), () => {
  console.log(`listening at http://localhost:${PORT}`);
});

process.on('SIGINT', () => process.exit(0));
