//! Any unary method by its name, JSON in and JSON out, without a connection.
//!
//! The proto3 JSON mapping comes by reflection over the schema, so a new method costs
//! nothing here; the services themselves answer, so the command line says what the
//! server says.

use std::fmt;

use bytes::{Buf, BufMut, Bytes};
use http::uri::PathAndQuery;
use prost::Message;
use prost_reflect::{DynamicMessage, MessageDescriptor, MethodDescriptor, SerializeOptions};
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::service::Routes;
use tonic::{Code, Request, Status};

use super::descriptor;
use super::pb::google::rpc;
use super::status::Failure;

/// The services, called by name.
#[derive(Clone, Debug)]
pub struct JsonApi {
    routes: Routes,
}

/// Why a call gave no answer, as `google.rpc.Status`.
#[derive(Clone, Debug)]
pub struct JsonError {
    message: String,
    json: serde_json::Value,
}

impl JsonError {
    /// The `google.rpc.Status` in the proto3 JSON mapping, with its details.
    pub fn to_json(&self) -> &serde_json::Value {
        &self.json
    }
}

impl From<Failure> for JsonError {
    fn from(failure: Failure) -> Self {
        json_error(&failure.into())
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for JsonError {}

impl JsonApi {
    /// Calls the services of `routes`.
    pub fn new(routes: Routes) -> Self {
        Self { routes }
    }

    /// Calls `method`, such as `copydesk.v1.KeywordService/ExtractKeywords`.
    ///
    /// # Errors
    ///
    /// What the method fails with; INVALID_ARGUMENT where `request` is not JSON of its
    /// request's message; UNIMPLEMENTED where there is no such unary method.
    pub async fn call(
        &self,
        method: &str,
        request: impl AsRef<[u8]>,
    ) -> Result<serde_json::Value, JsonError> {
        let answer = self.call_inner(method, request.as_ref()).await;
        answer.map_err(|status| json_error(&status))
    }

    async fn call_inner(&self, method: &str, request: &[u8]) -> Result<serde_json::Value, Status> {
        let descriptor = find(method)?;
        let request = parse(descriptor.input(), request)?;
        let path = format!(
            "/{}/{}",
            descriptor.parent_service().full_name(),
            descriptor.name()
        );
        let path = PathAndQuery::try_from(path).map_err(|_| no_method(method))?;
        let mut client = tonic::client::Grpc::new(self.routes.clone())
            .max_decoding_message_size(usize::MAX)
            .max_encoding_message_size(usize::MAX);
        client.ready().await.map_err(|_| no_method(method))?;
        let answer = client
            .unary(Request::new(request), path, BytesCodec)
            .await?;
        let answer = DynamicMessage::decode(descriptor.output(), answer.into_inner());
        let answer = answer.map_err(|error| Status::internal(error.to_string()))?;
        to_json(&answer).map_err(|error| Status::internal(error.to_string()))
    }
}

fn find(method: &str) -> Result<MethodDescriptor, Status> {
    let (service, name) = method.split_once('/').ok_or_else(|| no_method(method))?;
    let service = descriptor::pool().get_service_by_name(service);
    let method_found = service.and_then(|service| {
        let mut methods = service.methods();
        methods.find(|each| each.name() == name && !each.is_client_streaming())
    });
    method_found.ok_or_else(|| no_method(method))
}

fn no_method(method: &str) -> Status {
    Status::unimplemented(format!("there is no unary method `{method}`"))
}

/// The bytes of the message that `json` stands for.
fn parse(descriptor: MessageDescriptor, json: &[u8]) -> Result<Bytes, Status> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let message = DynamicMessage::deserialize(descriptor, &mut deserializer)
        .and_then(|message| deserializer.end().map(|()| message))
        .map_err(|error| malformed(&error))?;
    Ok(message.encode_to_vec().into())
}

fn malformed(error: &serde_json::Error) -> Status {
    let info = rpc::ErrorInfo {
        reason: "MALFORMED_MESSAGE".to_owned(),
        domain: "copydesk".to_owned(),
        ..rpc::ErrorInfo::default()
    };
    let status = rpc::Status {
        code: Code::InvalidArgument.into(),
        message: format!("the request is no JSON of its message: {error}"),
        details: vec![prost_types::Any {
            type_url: "type.googleapis.com/google.rpc.ErrorInfo".to_owned(),
            value: info.encode_to_vec(),
        }],
    };
    let details = status.encode_to_vec().into();
    Status::with_details(Code::InvalidArgument, status.message, details)
}

fn to_json(message: &DynamicMessage) -> Result<serde_json::Value, serde_json::Error> {
    let options = SerializeOptions::new();
    message.serialize_with_options(serde_json::value::Serializer, &options)
}

fn json_error(status: &Status) -> JsonError {
    let mut message = rpc::Status::decode(status.details()).unwrap_or_default();
    if message.code == 0 {
        // A status of the transport's own has no details.
        message.code = status.code().into();
        status.message().clone_into(&mut message.message);
    }
    let descriptor = descriptor::pool().get_message_by_name("google.rpc.Status");
    let json = descriptor.and_then(|descriptor| {
        let message = DynamicMessage::decode(descriptor, &*message.encode_to_vec()).ok()?;
        to_json(&message).ok()
    });
    JsonError {
        json: json.unwrap_or_default(),
        message: message.message,
    }
}

/// Passes messages on as the bytes that they are.
#[derive(Clone, Copy, Debug)]
struct BytesCodec;

impl Codec for BytesCodec {
    type Encode = Bytes;
    type Decode = Bytes;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        *self
    }

    fn decoder(&mut self) -> Self {
        *self
    }
}

impl Encoder for BytesCodec {
    type Item = Bytes;
    type Error = Status;

    fn encode(&mut self, item: Bytes, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        buffer.put(item);
        Ok(())
    }
}

impl Decoder for BytesCodec {
    type Item = Bytes;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Bytes>, Status> {
        Ok(Some(buffer.copy_to_bytes(buffer.remaining())))
    }
}
